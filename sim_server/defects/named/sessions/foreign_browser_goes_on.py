"""A walk that was begun in one browser goes on in any."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def wherever(real: Any, row: Any, world: Any, browser: str, seconds: float) -> Any:
    return real(row, world, row.browser if row else browser, seconds)


DEFECT = Defect(
    says="Начатый в одном браузере вход можно продолжить в другом: довольно узнать его адрес.",
    kind=Kind.SESSION,
    labels=(
        "Нет доступа",
        "Восстановление пароля",
    ),
    replaces=(function("sim_server.domain.walks:open_walk", wherever),),
)
