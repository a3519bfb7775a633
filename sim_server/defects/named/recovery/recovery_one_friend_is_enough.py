"""One friend's code confirms the account."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.walks import note


def one_will_do(real: Any, case: Any, friend_id: int, typed: str) -> None:
    real(case, friend_id, typed)
    note(case, way_proven=True)


DEFECT = Defect(
    says="Хватает кода одного друга вместо двух.",
    kind=Kind.CODE,
    breaks=("mesh_parent.recovery.5.4",),
    labels=("Спросите коды у друзей",),
    blind=True,
    replaces=(function("sim_server.domain.recoveries:take_friend_code", one_will_do),),
)
