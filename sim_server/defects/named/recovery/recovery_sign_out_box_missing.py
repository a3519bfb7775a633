"""Nobody can sign out elsewhere."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Отметки «Выйти на всех устройствах, кроме этого» нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.7.5",),
    blind=True,
    replaces=(
        template(
            "vk_id/recovery/password.html",
            '<p class="tick">{{ form.everywhere_else_out() }} {{ form.everywhere_else_out.label }}</p>',
            "",
        ),
    ),
)
