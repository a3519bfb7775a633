"""A number is registered without being proven."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 телефон не подтверждают: VK ID заводят на чужой номер.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v3.2.1",
        "perm.v3.2.2",
    ),
    blind=True,
    replaces=(shown("perm-journal", "without_vk_id", "phone", "account_data", "offer", "profile_data"),),
)
