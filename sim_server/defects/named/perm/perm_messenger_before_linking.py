"""An unlinked person is offered the way into the messenger."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Переход в мессенджер показывают и тем, чей журнал не привязан; он никуда не ведёт.",
    kind=Kind.MISSING,
    breaks=(
        "perm.intro.1",
        "mesh_teacher.intro.5",
        "mesh_parent.intro.2",
        "paragraf.link.5.3",
    ),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            "<button>{{ place.link }}</button>",
            '<button>{{ place.link }}</button> <a class="button" href="/messenger">{{ place.open_messenger }}</a>',
        ),
    ),
)
