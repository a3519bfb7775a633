"""Everybody writes into the chat of the whole school."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="В общешкольный чат пишут все, а не только учителя.",
    kind=Kind.CHATS,
    labels=("В этот чат пишут только учителя.",),
    blind=True,
    replaces=(allowed(kind="school", write=True),),
)
