"""The diary has no tab of the chats."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Вкладки «Чаты» в дневнике нет.",
    kind=Kind.MISSING,
    breaks=(
        "paragraf.link.2.1",
        "paragraf.unlink.1.1",
    ),
    blind=True,
    replaces=(
        template(
            "journal/sections.html", "{% for place in face.tabs(account.role) %}", "{% for place in () %}"
        ),
    ),
)
