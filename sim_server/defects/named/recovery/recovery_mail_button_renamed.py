"""The button under the code of the letter is called otherwise."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Под кодом из письма написано «Отправить», а не «Подтвердить».",
    kind=Kind.CAPTION,
    breaks=("mesh_parent.recovery.6.3",),
    blind=True,
    replaces=(
        template(
            "vk_id/recovery/mail.html", '{% call press("Подтвердить") %}', '{% call press("Отправить") %}'
        ),
    ),
)
