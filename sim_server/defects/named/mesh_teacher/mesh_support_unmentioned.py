"""A linked teacher is not told that the support unlinks."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Куда обратиться, чтобы отвязать профиль, не сказано: ссылки на службу поддержки нет.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.intro.6",),
    blind=True,
    replaces=(template("journal/place.html", 'site.unlinking.by == "support" %}', "false %}"),),
)
