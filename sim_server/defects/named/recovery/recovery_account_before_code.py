"""A recovery shows the account before the number is proven."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import recovered

DEFECT = Defect(
    says="Имя владельца показывают до кода из СМС: чей номер, узнает каждый.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.recovery.3",
        "mesh_parent.recovery.4",
    ),
    blind=True,
    replaces=(recovered("phone", "account", "code", "no_way", "way", "app", "mail", "friends", "password"),),
)
