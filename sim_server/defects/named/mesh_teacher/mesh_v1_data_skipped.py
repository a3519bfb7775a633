"""The data of the new study profile are not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 МЭШ личные данные не дают проверить.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v1.4.1",
        "mesh_teacher.v1.4.2",
        "mesh_teacher.v1.4.3",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "with_vk_id", "phone", "password", "code", "consent"),),
)
