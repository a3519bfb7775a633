"""A recovery signs out of VK ID only."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import SiteSessionRow

ELSEWHERE = 2  # conditions: not this browser, not begun in it


def of_vk_id(real: Any, session: Any, world: Any, account: Any, *which: Any) -> None:
    only = (SiteSessionRow.site == "vk_id",) if len(which) == ELSEWHERE else ()
    real(session, world, account, *which, *only)


DEFECT = Defect(
    says="После «Выйти на всех устройствах» чужое устройство остаётся в мессенджере и Сферуме.",
    kind=Kind.SESSION,
    breaks=("mesh_parent.recovery.7.5",),
    blind=True,
    replaces=(function("sim_server.domain.sign_outs:end_sessions", of_vk_id),),
)
