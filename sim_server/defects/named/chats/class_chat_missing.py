"""Linking makes no chat of the class."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Чата класса после привязки нет.",
    kind=Kind.CHATS,
    breaks=(
        "mesh_teacher.intro.4",
        "paragraf.chats.4.1",
        "sferum.chats.1",
        "sferum.chats.5.1",
        "sferum.chats.5.2",
    ),
    blind=True,
    replaces=(without_chat("class"),),
)
