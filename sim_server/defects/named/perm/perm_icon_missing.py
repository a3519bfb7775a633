"""Perm's journal has no icon of the messages."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Значка «Личные сообщения» справа вверху нет: начать привязку негде.",
    kind=Kind.MISSING,
    breaks=(
        "perm.in.3.1",
        "perm.in.3.2",
    ),
    blind=True,
    replaces=(
        template(
            "journal/page.html",
            '{% for place in face.places if place.reached_by == "icon"',
            '{% for place in face.places if site.id != "perm" and place.reached_by == "icon"',
        ),
    ),
)
