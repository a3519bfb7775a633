"""The study profile that was found is not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 МЭШ найденный учебный профиль не показывают.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v3.3.1",
        "mesh_teacher.v3.3.2",
        "mesh_teacher.v3.3.3",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_profile", "phone", "code", "profile_data", "consent"),),
)
