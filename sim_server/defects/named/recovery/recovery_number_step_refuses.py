"""A recovery finds no account by its number."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.recoveries import NumberUnknown


def unknown(real: Any, case: Any, phone: str) -> None:
    raise NumberUnknown


DEFECT = Defect(
    says="При восстановлении пароля номер, на который есть VK ID, не находят.",
    kind=Kind.REFUSAL,
    breaks=(
        "mesh_parent.recovery.2",
        "mesh_teacher.recovery.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.recoveries:take_phone", unknown),),
)
