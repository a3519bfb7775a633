"""Why nothing was linked is not told."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Почему привязка не выполнена, не сказано: на странице отказа нет ни слова.",
    kind=Kind.REFUSAL,
    breaks=("mesh_teacher.linked.1",),
    blind=True,
    replaces=(template("journal/refused.html", "<p>{{ reason }}</p>", ""),),
)
