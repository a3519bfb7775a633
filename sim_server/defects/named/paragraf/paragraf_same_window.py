"""The messenger takes the diary's place."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Чаты открываются вместо дневника, в том же окне.",
    kind=Kind.SESSION,
    breaks=("paragraf.chats.1.2",),
    blind=True,
    replaces=(data("sites/paragraf/site.toml", "messenger.window", "same"),),
)
