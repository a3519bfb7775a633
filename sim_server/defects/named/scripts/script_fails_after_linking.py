"""The page after linking runs a script that fails."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="На странице после привязки скрипт падает с ошибкой.",
    kind=Kind.SCRIPT,
    breaks=(
        "perm.v1.6.1",
        "mesh_teacher.v1.6",
        "mesh_parent.v1.8.3",
        "mesh_parent.v2.7.3",
        "paragraf.link.4.2",
    ),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            "{% if profile %}\n<p>{{ place.linked_as",
            "{% if profile %}\n<script>showChats()</script>\n<p>{{ place.linked_as",
        ),
    ),
)
