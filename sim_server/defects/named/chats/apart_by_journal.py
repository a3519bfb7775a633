"""People of one school meet in the chats of their own journal only."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def apart(real: Any, session: Any, world: Any, account: Any, rule: Any, part: str) -> int:
    made: int = real(session, world, account, replace(rule, keeper=account.journal), part)
    return made


DEFECT = Defect(
    says="Родители и ученики не встречают в чатах учителей: у каждого журнала чаты свои.",
    kind=Kind.CHATS,
    breaks=("sferum.picture.1",),
    blind=True,
    replaces=(function("sim_server.domain.chats:_automatic_chat", apart),),
)
