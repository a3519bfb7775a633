"""After the countdown it begins anew, and no code can be asked for."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def at_least_a_minute(real: Any, world: Any, code: Any) -> int:
    left: int = real(world, code)
    return left if code is None else max(left, 60)


DEFECT = Defect(
    says="Отсчёт до нового кода не кончается: кому СМС не пришла, тот застрял.",
    kind=Kind.TIME,
    breaks=(
        "mesh_parent.code.6",
        "mesh_parent.recovery.6.4",
        "mesh_teacher.v2.2.if.3",
    ),
    blind=True,
    replaces=(function("sim_server.domain.codes:_seconds_left", at_least_a_minute),),
)
