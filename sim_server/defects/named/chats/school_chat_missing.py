"""Linking makes no chat of the school."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Общешкольного чата после привязки нет.",
    kind=Kind.CHATS,
    breaks=("sferum.chats.3",),
    blind=True,
    replaces=(without_chat("school"),),
)
