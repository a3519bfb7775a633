"""The diary's page of linking has no button."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="Кнопки «Перейти к подключению» в дневнике нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.v1.2",
        "mesh_parent.v2.2",
    ),
    blind=True,
    replaces=(missing_in("diary", "journal/place.html", "<button>{{ place.link }}</button>"),),
)
