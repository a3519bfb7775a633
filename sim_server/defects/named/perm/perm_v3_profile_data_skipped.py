"""The study profile is made of the VK ID's data."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 сведений для учебного профиля не спрашивают: берут данные VK ID.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v3.6.1",
        "perm.v3.6.2",
        "perm.v3.6.3",
    ),
    blind=True,
    replaces=(shown("perm-journal", "without_vk_id", "phone", "code", "account_data", "offer"),),
)
