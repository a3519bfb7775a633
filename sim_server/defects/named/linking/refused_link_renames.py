"""Data typed on the way are kept even if the link is refused."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.linking import _rename


def rename_first(
    real: Any, world: Any, account: Any, profile_id: int, chats: Any, particulars: Any = None
) -> None:
    with world.database.write() as session:
        _rename(session, profile_id, particulars or {})
    real(world, account, profile_id, chats, particulars)


DEFECT = Defect(
    says="Привязка отклонена, а учебный профиль всё равно переименован.",
    kind=Kind.LINK,
    breaks=("mesh_teacher.linked.1",),
    labels=("Учебный профиль:",),
    blind=True,
    replaces=(function("sim_server.domain.linking:link", rename_first),),
)
