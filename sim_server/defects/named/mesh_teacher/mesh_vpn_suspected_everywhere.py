"""Every browser counts as one behind a VPN."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Просят отключить VPN и того, у кого он выключен: привязать нельзя.",
    kind=Kind.REGION,
    breaks=(
        "mesh_teacher.intro.7",
        "mesh_teacher.v1.1.3",
    ),
    blind=True,
    replaces=(function("sim_server.domain.worlds:uses_vpn", lambda real, *browser: True),),
)
