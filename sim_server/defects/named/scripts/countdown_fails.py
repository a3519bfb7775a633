"""The script of the countdown fails."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Отсчёт не идёт: скрипт падает, и новый код не запросить никогда.",
    kind=Kind.SCRIPT,
    breaks=(
        "mesh_parent.code.5",
        "mesh_parent.code.6",
        "mesh_teacher.v2.2.if.3",
    ),
    blind=True,
    replaces=(
        template(
            "countdown.js",
            'const line = document.getElementById("countdown");',
            'const line = document.getElementById("timer").firstChild;',
        ),
    ),
)
