"""VK ID does not say which account was linked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="VK ID не подсказывает, какую учётную запись привязали раньше.",
    kind=Kind.MISSING,
    breaks=("paragraf.chats.3",),
    blind=True,
    replaces=(template("vk_id/signin/phone.html", "{% if proposed %}", "{% if false %}"),),
)
