"""The diary's navigation has no icon of the chats."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Значка «Чаты» в навигационной панели дневника нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.bar.2",
        "mesh_parent.v1.1.2",
        "mesh_parent.v2.1.2",
    ),
    blind=True,
    replaces=(
        template(
            "journal/page.html",
            '{% for place in face.places if place.reached_by == "icon"',
            '{% for place in face.places if site.id != "diary" and place.reached_by == "icon"',
        ),
    ),
)
