"""A disconnected service still knows the person."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def unless_of_one(real: Any, session: Any, world: Any, account: Any, *which: Any) -> None:
    if len(which) != 1:
        real(session, world, account, *which)


DEFECT = Defect(
    says="Сервис, отключённый в кабинете VK ID, по-прежнему открыт без входа.",
    kind=Kind.SESSION,
    breaks=("sferum.vkid.5",),
    labels=(
        "Войти с VK ID",
        "Вход в VK Мессенджер",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_outs:end_sessions", unless_of_one),),
)
