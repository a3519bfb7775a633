"""Whoever was unlinked cannot go out of a chat that people made."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="Кого отвязали, тот не может выйти из чата, который создали люди.",
    kind=Kind.CHATS,
    labels=("Покинуть чат",),
    replaces=(allowed(kind="group", role="unlinked", leave=False),),
)
