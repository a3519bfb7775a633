"""Knowing a number is enough to link its study profile."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 МЭШ код не спрашивают: чужой профиль привяжет каждый, кто знает номер.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v3.2.0",
        "mesh_teacher.v3.2.1",
        "mesh_teacher.v3.2.3",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_profile", "phone", "choice", "profile_data", "consent"),),
)
