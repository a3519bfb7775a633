"""Linking makes no chat of the teachers."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Чата «Учительская» после привязки нет.",
    kind=Kind.CHATS,
    breaks=("perm.v1.6.3",),
    blind=True,
    replaces=(without_chat("staff", "perm"),),
)
