"""That the device may propose a password is not told."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Не сказано, что пароль может предложить устройство.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.7.2",),
    blind=True,
    replaces=(
        template(
            "vk_id/recovery/password.html",
            "<p>Можно также использовать пароль, предложенный устройством</p>",
            "",
        ),
    ),
)
