"""Linking makes no chat with the parents."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Чата с родителями после привязки нет.",
    kind=Kind.CHATS,
    breaks=("perm.v1.6.4",),
    blind=True,
    replaces=(without_chat("parents", "perm"),),
)
