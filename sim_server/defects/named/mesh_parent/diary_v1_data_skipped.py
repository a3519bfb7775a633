"""A parent's study profile is made of the VK ID's data."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 дневника имени, даты рождения и пола не спрашивают.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v1.7.1",
        "mesh_parent.v1.7.2",
        "mesh_parent.v1.7.3",
        "mesh_parent.v1.7.4",
        "mesh_parent.v1.7.5",
        "mesh_parent.v1.7.6",
        "mesh_parent.v1.7.7",
    ),
    blind=True,
    replaces=(shown("mesh-diary", "with_vk_id", "phone", "offer", "password", "code_instead", "consent"),),
)
