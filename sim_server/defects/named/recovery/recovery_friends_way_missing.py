"""The way by trusted friends is not offered."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import without_way

DEFECT = Defect(
    says="Способа «С помощью друзей, которым доверяете» в списке нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.5.4",),
    blind=True,
    replaces=(without_way("friends"),),
)
