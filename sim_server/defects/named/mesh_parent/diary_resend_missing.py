"""After the countdown no other code can be asked for."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="После отсчёта ссылки «Отправить SMS» нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.code.6",
        "mesh_parent.recovery.6.4",
        "mesh_teacher.v2.2.if.3",
    ),
    blind=True,
    replaces=(
        template(
            "resend.html",
            "{% for address, caption in captions.items() %}",
            "{% for address, caption in () %}",
        ),
    ),
)
