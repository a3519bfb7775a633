"""A recovery signs out everywhere though nobody asked."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def unasked(real: Any, case: Any, password: str, *, everywhere_else_out: bool) -> None:
    real(case, password, everywhere_else_out=True)


DEFECT = Defect(
    says="Новый пароль выводит со всех устройств и того, кто этого не просил.",
    kind=Kind.SESSION,
    breaks=("mesh_parent.recovery.7.5",),
    labels=(
        "Вход в VK Мессенджер",
        "VK Мессенджер",
    ),
    blind=True,
    replaces=(function("sim_server.domain.recoveries:take_password", unasked),),
)
