"""Linking makes no chat with the pupils."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import without_chat

DEFECT = Defect(
    says="Чата с учениками своего класса после привязки нет.",
    kind=Kind.CHATS,
    breaks=("perm.v1.6.5",),
    blind=True,
    replaces=(without_chat("pupils", "perm"),),
)
