"""Where linking is offered there is no button."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="Кнопки «Привязать учебный профиль VK ID» нет: привязать нечем.",
    kind=Kind.MISSING,
    breaks=("perm.in.4",),
    blind=True,
    replaces=(missing_in("perm", "journal/place.html", "<button>{{ place.link }}</button>"),),
)
