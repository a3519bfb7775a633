"""A parent is not told that a study profile is made."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 дневника экрана «Создание учебного профиля» нет.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v1.0",
        "mesh_parent.v1.4.1",
        "mesh_parent.v1.4.2",
        "mesh_parent.v1.4.3",
    ),
    blind=True,
    replaces=(
        shown("mesh-diary", "with_vk_id", "phone", "password", "code_instead", "profile_data", "consent"),
    ),
)
