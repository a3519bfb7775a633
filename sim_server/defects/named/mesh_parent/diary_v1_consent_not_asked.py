"""A parent is linked without a consent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 дневника согласия на привязку не спрашивают.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_parent.v1.8.1",
        "mesh_parent.v1.8.2",
    ),
    blind=True,
    replaces=(
        shown("mesh-diary", "with_vk_id", "phone", "offer", "password", "code_instead", "profile_data"),
    ),
)
