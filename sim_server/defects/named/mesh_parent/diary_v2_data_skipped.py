"""The data of the parent's study profile are not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 дневника личные данные не дают проверить.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v2.6.1",
        "mesh_parent.v2.6.2",
        "mesh_parent.v2.6.3",
    ),
    blind=True,
    replaces=(shown("mesh-diary", "with_profile", "phone", "password", "code_instead", "choice", "consent"),),
)
