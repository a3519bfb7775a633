"""A recovery asks for no code."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import recovered

DEFECT = Defect(
    says="При восстановлении пароля кода из СМС не спрашивают: довольно знать номер.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.recovery.3",
        "perm.v1.2.3",
        "perm.v2.2.3",
    ),
    blind=True,
    replaces=(recovered("phone", "account", "no_way", "way", "app", "mail", "friends", "password"),),
)
