"""The form of a study profile has no field for the birth date."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import not_asked

DEFECT = Defect(
    says="Поля для даты рождения в анкете нет, и дальше не пускают.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.v1.4.1",
        "mesh_teacher.v2.3.1",
        "mesh_teacher.v3.4.1",
        "mesh_parent.v1.7.4",
        "mesh_parent.v2.6.1",
    ),
    blind=True,
    replaces=(not_asked("birth_date"),),
)
