"""The code is asked for before the password."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 код из СМС спрашивают раньше пароля.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v2.2.1",
        "perm.v2.3.1",
        "perm.v2.3.2",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_vk_id", "phone", "code", "password", "offer", "profile_data"),),
)
