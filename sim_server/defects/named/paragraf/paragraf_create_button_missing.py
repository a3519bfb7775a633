"""Nobody is offered to make a chat."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Создайте новый» нет.",
    kind=Kind.MISSING,
    breaks=("paragraf.chats.5.1",),
    blind=True,
    replaces=(template("messenger/parts/chats.html", "{% if makes %}", "{% if false %}"),),
)
