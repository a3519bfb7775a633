"""What a person corrects in an existing study profile is forgotten."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Исправленные в анкете данные учебного профиля не сохраняются: на платформе остаётся прежнее имя.",
    kind=Kind.LINK,
    breaks=(
        "perm.v1.5.2",
        "mesh_teacher.v3.4.1",
        "mesh_teacher.v3.6",
        "mesh_parent.v2.6.1",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:_rename", lambda real, *typed: None),),
)
