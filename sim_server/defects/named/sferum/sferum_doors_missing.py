"""Сферум does not let choose a profile."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Выбора профиля при входе в Сферум нет: «Профиль Сферума» не нажать.",
    kind=Kind.MISSING,
    breaks=("sferum.in.1",),
    blind=True,
    replaces=(template("service/doors.html", "{% for door in service.doors %}", "{% for door in () %}"),),
)
