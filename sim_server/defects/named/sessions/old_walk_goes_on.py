"""A walk through VK ID never grows too old."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def however_old(real: Any, row: Any, world: Any, browser: str, seconds: float) -> Any:
    return real(row, world, browser, float("inf"))


DEFECT = Defect(
    says="Брошенный вход и через неделю продолжают с того же места.",
    kind=Kind.TIME,
    labels=(
        "Нет доступа",
        "Восстановление пароля",
    ),
    blind=True,
    replaces=(function("sim_server.domain.walks:open_walk", however_old),),
)
