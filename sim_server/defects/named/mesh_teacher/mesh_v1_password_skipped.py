"""With a VK ID the password is not asked for."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 МЭШ пароль не спрашивают.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v1.2.1",
        "mesh_teacher.v1.0",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_vk_id", "phone", "code", "profile_data", "consent"),),
)
