"""Whoever has lost the mail stays where they are."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="«У меня нет доступа к почте» ничего не меняет: по-прежнему ждут код из письма.",
    kind=Kind.SESSION,
    breaks=("mesh_parent.recovery.6.5",),
    blind=True,
    replaces=(function("sim_server.domain.recoveries:forget_way", lambda real, case, **why: None),),
)
