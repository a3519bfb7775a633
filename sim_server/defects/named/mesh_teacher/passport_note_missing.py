"""«Мой паспорт» does not say for whom it is."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="«Мой паспорт» не предупреждает, что он только для Московской области.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.region.8",),
    blind=True,
    replaces=(template("journal/note.html", "{% for sentence in face.note %}", "{% for sentence in () %}"),),
)
