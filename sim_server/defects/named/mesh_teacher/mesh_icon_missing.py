"""МЭШ has no icon of the chats."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Пиктограммы «Чаты Сферум» в журнале МЭШ нет: вторым способом не начать.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.ways.2",
        "mesh_teacher.way2.2",
        "mesh_teacher.way2.3",
    ),
    blind=True,
    replaces=(
        template(
            "journal/page.html",
            '{% for place in face.places if place.reached_by == "icon"',
            '{% for place in face.places if site.id != "mesh" and place.reached_by == "icon"',
        ),
    ),
)
