"""The tab of the partners has no button."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="На вкладке «Партнеры» нет кнопки «Подключить».",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.way1.4",),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            "<button>{{ place.link }}</button>",
            '{% if place.reached_by != "settings_tab" %}<button>{{ place.link }}</button>{% endif %}',
        ),
    ),
)
