"""The journals show the heading of the chats and none of them."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="После привязки в журнале под заголовком «Чаты» пусто: ни одного чата не видно.",
    kind=Kind.CHATS,
    labels=("Учительская", "Чаты"),
    replaces=(template("journal/place.html", "<li>{{ chat.title }}</li>", ""),),
)
