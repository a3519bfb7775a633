"""A parent gets into the child's lesson."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Родителя пускают в дистанционный урок из его учётной записи, хотя входят туда из учётной записи ребёнка.",
    kind=Kind.REGION,
    breaks=("mesh_parent.intro.3",),
    blind=True,
    replaces=(data("sites/diary/site.toml", "lesson.roles", ["pupil", "parent"]),),
)
