"""What was read still counts as new."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Прочитанные сообщения остаются непрочитанными.",
    kind=Kind.CHATS,
    labels=("Учительская",),
    blind=True,
    replaces=(function("sim_server.domain.messages:mark_read", lambda real, *read: None),),
)
