"""A linked pupil finds no way into the chats."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Перейти в чаты» после привязки нет.",
    kind=Kind.MISSING,
    breaks=(
        "paragraf.link.5.1",
        "paragraf.chats.1.1",
    ),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            'aria-describedby="new-window">{{ place.open_messenger }}</a>',
            'aria-describedby="new-window" hidden></a>',
        ),
    ),
)
