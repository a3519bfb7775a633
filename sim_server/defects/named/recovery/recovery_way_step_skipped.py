"""A recovery asks for no further proof."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import recovered

DEFECT = Defect(
    says="Способа подтверждения аккаунта не спрашивают: довольно СМС.",
    kind=Kind.ORDER,
    breaks=("mesh_parent.recovery.5.1",),
    blind=True,
    replaces=(recovered("phone", "code", "account", "password"),),
)
