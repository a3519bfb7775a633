"""Other devices stay signed in after a recovery."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="«Выйти на всех устройствах, кроме этого» ничего не меняет: укравший пароль остаётся внутри.",
    kind=Kind.SESSION,
    breaks=("mesh_parent.recovery.7.5",),
    blind=True,
    replaces=(function("sim_server.domain.sign_outs:sign_out_elsewhere", lambda real, *where: None),),
)
