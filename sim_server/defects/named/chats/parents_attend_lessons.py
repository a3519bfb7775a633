"""Parents get into a running lesson."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="Родителя пускают в урок прямо из чата класса.",
    kind=Kind.CHATS,
    breaks=("mesh_parent.intro.3",),
    blind=True,
    replaces=(allowed(role="parent", attend=True),),
)
