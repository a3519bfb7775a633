"""What is sent by SMS does not reach the phone."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def lose_sms(
    real: Any, session: Any, world: Any, address: str, kind: str, *message: Any, **more: Any
) -> None:
    if kind != "sms":
        real(session, world, address, kind, *message, **more)


DEFECT = Defect(
    says="СМС с кодом не приходит: подтвердить номер нечем.",
    kind=Kind.CODE,
    breaks=(
        "perm.v1.3.1",
        "perm.v2.3.1",
        "perm.v3.2.1",
        "mesh_teacher.v1.3.1",
        "mesh_teacher.v2.2.1",
        "mesh_teacher.v3.2.1",
        "mesh_parent.code.3",
        "mesh_parent.recovery.3",
    ),
    blind=True,
    replaces=(function("sim_server.domain.deliveries:deliver", lose_sms),),
)
