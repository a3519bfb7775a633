"""Whoever has a VK ID is linked without a consent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 МЭШ согласия на привязку не спрашивают.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_teacher.v1.5.1",
        "mesh_teacher.v1.5.2",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_vk_id", "phone", "password", "code", "profile_data"),),
)
