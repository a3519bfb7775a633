"""Whoever has lost the mail cannot say so."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Ссылки «У меня нет доступа к почте» нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.6.5",),
    blind=True,
    replaces=(
        template("vk_id/recovery/mail.html", '{{ wish("no_mail", "У меня нет доступа к почте") }}', ""),
    ),
)
