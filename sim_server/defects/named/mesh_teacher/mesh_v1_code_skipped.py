"""With a VK ID the password is enough."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 МЭШ вход не подтверждают кодом.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v1.3.1",
        "mesh_teacher.v1.3.3",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_vk_id", "phone", "password", "profile_data", "consent"),),
)
