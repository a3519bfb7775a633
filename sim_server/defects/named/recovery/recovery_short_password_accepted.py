"""A new password may have seven characters."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def one_longer(real: Any, password: str) -> None:
    real(f"{password}x")


DEFECT = Defect(
    says="Новый пароль принимают и короче восьми символов.",
    kind=Kind.PASSWORD,
    breaks=("mesh_parent.recovery.7.3",),
    labels=("Придумайте новый пароль",),
    blind=True,
    replaces=(function("sim_server.domain.passwords:check_new_password", one_longer),),
)
