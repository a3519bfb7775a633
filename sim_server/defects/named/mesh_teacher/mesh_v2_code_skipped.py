"""A number is registered without being proven."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 МЭШ телефон не подтверждают: VK ID заводят на чужой номер.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v2.2.1",
        "mesh_teacher.v2.2.3",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "without_vk_id", "phone", "profile_data", "consent"),),
)
