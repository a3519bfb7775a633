"""A new password needs no special character."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def without_special(real: Any, password: str) -> None:
    real(f"{password}!")


DEFECT = Defect(
    says="Новый пароль принимают без спецсимвола.",
    kind=Kind.PASSWORD,
    breaks=("mesh_parent.recovery.7.3",),
    labels=("Придумайте новый пароль",),
    blind=True,
    replaces=(function("sim_server.domain.passwords:check_new_password", without_special),),
)
