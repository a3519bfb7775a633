"""After registering a study profile is made unasked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 учебный профиль создают без вопроса.",
    kind=Kind.ORDER,
    breaks=("perm.v3.5",),
    blind=True,
    replaces=(shown("perm-journal", "without_vk_id", "phone", "code", "account_data", "profile_data"),),
)
