"""Pupils do not get into a running lesson."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="Ученика не пускают в идущий урок.",
    kind=Kind.CHATS,
    breaks=("sferum.picture.3",),
    blind=True,
    replaces=(allowed(attend=False),),
)
