"""A pupil who makes a chat is refused."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.chat_rights import NotAllowed


def refuse(real: Any, *chat: Any) -> int:
    raise NotAllowed


DEFECT = Defect(
    says="Ученику чат создать не дают: вместо чата — «Нет доступа».",
    kind=Kind.CHATS,
    breaks=("paragraf.chats.5.2",),
    blind=True,
    replaces=(function("sim_server.domain.chats:create_chat", refuse),),
)
