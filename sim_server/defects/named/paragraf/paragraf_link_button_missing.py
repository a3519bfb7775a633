"""The tab of the chats has no button that links."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="Кнопки «Привязать к VK ID» на вкладке чатов нет.",
    kind=Kind.MISSING,
    breaks=(
        "paragraf.link.2.2",
        "paragraf.unlink.2.3",
    ),
    blind=True,
    replaces=(missing_in("paragraf", "journal/place.html", "<button>{{ place.link }}</button>"),),
)
