"""A pupil does not get into the lesson."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Ученика в дистанционный урок не пускают: кнопки «Войти в урок» в его дневнике нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.intro.3",),
    blind=True,
    replaces=(data("sites/diary/site.toml", "lesson.roles", []),),
)
