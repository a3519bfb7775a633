"""A link cannot be taken back."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Кнопка отвязки ничего не делает: профиль остаётся привязан.",
    kind=Kind.UNLINK,
    breaks=(
        "paragraf.unlink.2.1",
        "paragraf.unlink.2.3",
        "perm.v1.6.2",
        "mesh_teacher.region.6",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:unlink", lambda real, *account: None),),
)
