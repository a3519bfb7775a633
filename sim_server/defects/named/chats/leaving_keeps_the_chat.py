"""Whoever has left a chat is still in it."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Вышедший из чата по-прежнему читает его.",
    kind=Kind.CHATS,
    labels=(
        "Покинуть",
        "VK Мессенджер",
    ),
    blind=True,
    replaces=(function("sim_server.domain.chats:leave_chat", lambda real, *member: None),),
)
