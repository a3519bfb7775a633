"""Any browser is as good as the recommended ones."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="В чужом браузере не советуют перейти на Google Chrome или Яндекс.Браузер.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.intro.3",
        "mesh_parent.intro.1",
    ),
    blind=True,
    replaces=(function("sim_server.journal.browsers:is_recommended", lambda real, *browser: True),),
)
