"""The way by the generator app is not offered."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import without_way

DEFECT = Defect(
    says="Способа «С помощью приложения-генератора кодов» в списке нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.5.2",),
    blind=True,
    replaces=(without_way("app"),),
)
