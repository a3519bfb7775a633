"""A parent with a VK ID proves themselves by a code."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 дневника пароль не спрашивают.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v1.5.1",
        "mesh_parent.v1.5.2",
    ),
    blind=True,
    replaces=(shown("mesh-diary", "with_vk_id", "phone", "offer", "code", "profile_data", "consent"),),
)
