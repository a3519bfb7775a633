"""The portal of ГТО does not let a VK ID in."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._services import refusing

DEFECT = Defect(
    says="На портал ГТО с тем же VK ID не пускают.",
    kind=Kind.SESSION,
    breaks=(
        "sferum.vkid.2",
        "mesh_parent.v1.3.5",
        "mesh_parent.v2.3.5",
    ),
    blind=True,
    replaces=(refusing("gto"),),
)
