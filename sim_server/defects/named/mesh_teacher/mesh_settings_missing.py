"""МЭШ does not lead to the settings of the account."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Ссылки «Настройки аккаунта» в журнале МЭШ нет: первым способом не начать.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.ways.1",
        "mesh_teacher.way1.2",
    ),
    blind=True,
    replaces=(
        template(
            "journal/page.html",
            "{% if face.settings_places(account.role) %}",
            '{% if face.settings_places(account.role) and site.id != "mesh" %}',
        ),
    ),
)
