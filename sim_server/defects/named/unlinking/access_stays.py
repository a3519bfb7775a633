"""Unlinking does not take the chats away."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="После отвязки чаты школы в мессенджере остаются открыты.",
    kind=Kind.UNLINK,
    breaks=(
        "paragraf.unlink.2.2",
        "perm.v1.6.2",
        "mesh_teacher.region.6",
    ),
    labels=("Этого чата у вас больше нет.",),
    blind=True,
    replaces=(function("sim_server.domain.chats:leave_automatic_chats", lambda real, *chats: None),),
)
