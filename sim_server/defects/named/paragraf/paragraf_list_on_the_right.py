"""The list of chats stands behind what was chosen."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Список чатов стоит справа, а не слева.",
    kind=Kind.ORDER,
    breaks=("paragraf.chats.4.2",),
    blind=True,
    replaces=(
        template(
            "messenger/messenger.css",
            "/ minmax(15rem, 21rem) minmax(0, 1fr); height: 100vh;",
            "/ minmax(0, 1fr) minmax(15rem, 21rem); height: 100vh;",
        ),
        template(
            "messenger/messenger.css", ".side { overflow-y: auto;", ".side { order: 1; overflow-y: auto;"
        ),
    ),
)
