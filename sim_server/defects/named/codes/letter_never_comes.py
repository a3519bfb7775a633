"""What is sent by letter does not reach the mailbox."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def lose_letters(
    real: Any, session: Any, world: Any, address: str, kind: str, *message: Any, **more: Any
) -> None:
    if kind != "letter":
        real(session, world, address, kind, *message, **more)


DEFECT = Defect(
    says="Письмо с кодом не приходит: ни зарегистрироваться по почте, ни восстановить пароль.",
    kind=Kind.CODE,
    breaks=(
        "mesh_parent.recovery.6.1",
        "mesh_parent.recovery.6.2",
        "sferum.reg.4.2",
        "sferum.picture.5.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.deliveries:deliver", lose_letters),),
)
