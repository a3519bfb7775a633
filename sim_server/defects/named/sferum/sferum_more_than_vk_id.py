"""A VK ID is not enough to be registered."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="После регистрации VK ID просят ещё создать учебный профиль: одного VK ID мало.",
    kind=Kind.ORDER,
    breaks=(
        "sferum.reg.3",
        "sferum.reg.5",
    ),
    blind=True,
    replaces=(shown("sferum", "without_vk_id", "phone", "code", "account_data", "offer", "profile_data"),),
)
