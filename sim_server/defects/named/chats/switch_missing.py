"""Nobody can change between study profile and page."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Переключателя между школьным профилем и личным нет.",
    kind=Kind.MISSING,
    breaks=("sferum.picture.8",),
    blind=True,
    replaces=(template("messenger/page.html", "{% if other %}", "{% if false %}"),),
)
