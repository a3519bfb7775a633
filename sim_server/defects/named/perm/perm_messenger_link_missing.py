"""A linked teacher of Perm finds no way into the messenger."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="После привязки в журнале Перми нет перехода в VK Мессенджер.",
    kind=Kind.MISSING,
    breaks=(
        "perm.v1.6.1",
        "perm.after.1",
    ),
    blind=True,
    replaces=(
        missing_in(
            "perm", "journal/place.html", '<a class="button" href="/messenger">{{ place.open_messenger }}</a>'
        ),
    ),
)
