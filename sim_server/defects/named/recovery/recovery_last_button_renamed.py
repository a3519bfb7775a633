"""The last button of the recovery is called otherwise."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Под новым паролем написано «Сохранить», а не «Продолжить».",
    kind=Kind.CAPTION,
    breaks=("mesh_parent.recovery.7.6",),
    blind=True,
    replaces=(
        template(
            "vk_id/recovery/password.html", '{% call press("Продолжить") %}', '{% call press("Сохранить") %}'
        ),
    ),
)
