"""A linked pupil finds no way to unlink."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Отвязать аккаунт от VK ID» после привязки нет.",
    kind=Kind.MISSING,
    breaks=(
        "paragraf.link.5.2",
        "paragraf.unlink.1.2",
    ),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            'site.unlinking.by == "button" %}',
            'site.unlinking.by == "button" and site.id != "paragraf" %}',
        ),
    ),
)
