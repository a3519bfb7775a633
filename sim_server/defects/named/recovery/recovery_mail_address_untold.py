"""The step of the letter does not say where the code went."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="На какую почту отправлен код, не сказано.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.6.2",),
    blind=True,
    replaces=(
        template("vk_id/recovery/mail.html", "<p>Мы отправили код на почту {{ hidden_email }}</p>", ""),
    ),
)
