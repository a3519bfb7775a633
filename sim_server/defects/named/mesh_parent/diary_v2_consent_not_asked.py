"""The parent's study profile is linked without a consent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 дневника согласия на привязку не спрашивают.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_parent.v2.7.1",
        "mesh_parent.v2.7.2",
    ),
    blind=True,
    replaces=(
        shown("mesh-diary", "with_profile", "phone", "password", "code_instead", "choice", "profile_data"),
    ),
)
