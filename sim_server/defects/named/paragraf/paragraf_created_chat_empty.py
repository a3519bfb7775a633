"""A new chat has nobody in it but its maker."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def alone(real: Any, world: Any, maker: Any, roles: Any, title: str, people: Any) -> int:
    made: int = real(world, maker, roles, title, ())
    return made


DEFECT = Defect(
    says="В созданном чате никого, кроме создателя: выбранные люди в него не попали.",
    kind=Kind.CHATS,
    breaks=("paragraf.chats.5.2",),
    blind=True,
    replaces=(function("sim_server.domain.chats:create_chat", alone),),
)
