"""The settings have no tab of the partners."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Вкладки «Партнеры» в настройках аккаунта нет.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.way1.3",),
    blind=True,
    replaces=(template("journal/tabs.html", "{% for tab in tabs %}", "{% for tab in () %}"),),
)
