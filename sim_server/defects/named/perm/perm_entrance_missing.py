"""The journal's front page does not lead to the sign-in."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="Кнопки «Вход для сотрудников» на сайте журнала нет.",
    kind=Kind.MISSING,
    breaks=("perm.in.1.2",),
    blind=True,
    replaces=(
        missing_in(
            "perm",
            "journal/front.html",
            '<p><a class="button" href="/login">{{ face.entrance or labels.entrance }}</a></p>',
        ),
    ),
)
