"""The parent's study profile is not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 дневника найденный учебный профиль не показывают.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v2.5.1",
        "mesh_parent.v2.5.2",
        "mesh_parent.v2.5.3",
        "mesh_parent.v2.5.4",
        "mesh_parent.v2.5.5",
        "mesh_parent.v2.0",
    ),
    blind=True,
    replaces=(
        shown("mesh-diary", "with_profile", "phone", "password", "code_instead", "profile_data", "consent"),
    ),
)
