"""The number that calls does not end with the code."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.codes import Channel


def call_from_elsewhere(real: Any, world: Any, session: Any, channel: Channel, text: str) -> Any:
    code, caller, message = real(world, session, channel, text)
    return code, caller and f"{caller[:-5]}00-00", message


DEFECT = Defect(
    says="Звонят с номера, последние цифры которого — не код: по звонку не войти.",
    kind=Kind.CODE,
    breaks=(
        "mesh_teacher.v1.3.2",
        "mesh_teacher.v2.2.2",
        "mesh_teacher.v3.2.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.codes:_composed", call_from_elsewhere),),
)
