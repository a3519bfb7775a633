"""A recovery does not show the account."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import recovered

DEFECT = Defect(
    says="При восстановлении пароля не показывают, чей аккаунт восстанавливают.",
    kind=Kind.ORDER,
    breaks=("mesh_parent.recovery.4",),
    blind=True,
    replaces=(recovered("phone", "code", "no_way", "way", "app", "mail", "friends", "password"),),
)
