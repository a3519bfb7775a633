"""The switch leaves a person who they were."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Переключатель профиля ничего не меняет: остаёшься в прежнем.",
    kind=Kind.SESSION,
    breaks=("sferum.picture.8",),
    blind=True,
    replaces=(function("sim_server.messenger.guard:switch", lambda real, visitor: visitor),),
)
