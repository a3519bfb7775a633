"""A linked teacher of Perm finds no way to unlink."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="После привязки в журнале Перми нет кнопки «Отвязать учебный профиль VK ID».",
    kind=Kind.MISSING,
    breaks=("perm.v1.6.2",),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            'site.unlinking.by == "button" %}',
            'site.unlinking.by == "button" and site.id != "perm" %}',
        ),
    ),
)
