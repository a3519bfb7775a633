"""The countdown of a letter is as long as that of an SMS."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

EARLIER = 180  # seconds


def as_for_sms(real: Any, world: Any, code: Any) -> int:
    left: int = real(world, code)
    return max(0, left - EARLIER) if code is not None and code.channel == "letter" else left


DEFECT = Defect(
    says="Код на почту отправляют повторно через две минуты, а не через пять.",
    kind=Kind.TIME,
    breaks=("mesh_parent.recovery.6.4",),
    blind=True,
    replaces=(function("sim_server.domain.codes:_seconds_left", as_for_sms),),
)
