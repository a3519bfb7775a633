"""Whoever registers is linked without a consent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 МЭШ согласия на привязку не спрашивают.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_teacher.v2.4.1",
        "mesh_teacher.v2.4.2",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "without_vk_id", "phone", "code", "profile_data"),),
)
