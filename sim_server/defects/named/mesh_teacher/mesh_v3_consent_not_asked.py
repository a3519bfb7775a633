"""Whoever has a study profile is linked without a consent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 МЭШ согласия на привязку не спрашивают.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_teacher.v3.5.1",
        "mesh_teacher.v3.5.2",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_profile", "phone", "code", "choice", "profile_data"),),
)
