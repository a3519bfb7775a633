"""Whoever leaves VK ID before proving anything is linked."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_in_ends import finish


def leave_and_link(real: Any, sign_in: Any) -> str:
    return str(finish(sign_in)[0] if sign_in.account else real(sign_in))


DEFECT = Defect(
    says="Кто назвал номер и ушёл из VK ID, не введя пароля, всё равно привязан.",
    kind=Kind.LINK,
    breaks=("paragraf.link.3.3",),
    labels=("Вы вышли из VK ID, не завершив привязку. Профиль не привязан.",),
    blind=True,
    replaces=(function("sim_server.domain.sign_in_ends:leave", leave_and_link),),
)
