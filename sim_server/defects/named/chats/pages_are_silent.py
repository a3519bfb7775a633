"""Personal pages cannot write."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="В личном профиле писать нельзя.",
    kind=Kind.CHATS,
    breaks=("sferum.picture.7.2",),
    blind=True,
    replaces=(allowed(kind="personal", write=False),),
)
