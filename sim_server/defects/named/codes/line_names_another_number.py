"""The screen of the code names a number that is not the person's."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Экран кода называет не тот телефон, на который отправлен код.",
    kind=Kind.PRIVACY,
    breaks=("mesh_teacher.v1.3.1",),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/code.html",
            'told(wording["line_" ~ channel], sign_in.address)',
            'told(wording["line_" ~ channel], "+71990000000")',
        ),
    ),
)
