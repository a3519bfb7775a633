"""With a VK ID the password is not asked for."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 пароль не спрашивают: довольно кода из СМС.",
    kind=Kind.ORDER,
    breaks=("perm.v2.2.1",),
    blind=True,
    replaces=(shown("perm-journal", "with_vk_id", "phone", "code", "offer", "profile_data"),),
)
