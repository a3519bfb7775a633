"""A new VK ID is made without its own form."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 данных нового VK ID не спрашивают.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v3.3.1",
        "perm.v3.3.3",
        "perm.v3.4",
    ),
    blind=True,
    replaces=(shown("perm-journal", "without_vk_id", "phone", "code", "offer", "profile_data"),),
)
