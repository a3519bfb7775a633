"""The data of the new study profile are not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 личные данные не дают проверить.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v2.5.1",
        "perm.v2.5.3",
        "perm.v2.6",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_vk_id", "phone", "password", "code", "offer"),),
)
