"""The app's settings have no button of the messenger."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Мессенджер» в настройках приложения нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.v1.if.app",
        "mesh_parent.v2.if.app",
    ),
    blind=True,
    replaces=(template("journal/settings.html", "{% for place in places %}", "{% for place in () %}"),),
)
