"""What a new password needs is not told."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Правила нового пароля на экране не названы.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.7.3",),
    blind=True,
    replaces=(
        template(
            "vk_id/recovery/password.html",
            "Минимум 8 символов — заглавные и строчные буквы, цифры и спецсимволы",
            "",
        ),
        template("vk_id/recovery/password.html", """<span class="unbroken">(! " # $ % ' () *)</span>""", ""),
    ),
)
