"""Linking makes no chats of the subjects."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Чатов предметов после привязки нет.",
    kind=Kind.CHATS,
    breaks=("sferum.chats.2",),
    blind=True,
    replaces=(without_chat("subject"),),
)
