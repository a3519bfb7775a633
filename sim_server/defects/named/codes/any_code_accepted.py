"""A one-time code is not compared with what was sent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Подходит любой код: войти может каждый, кто знает чужой номер телефона.",
    kind=Kind.CODE,
    breaks=(
        "perm.v1.3.2",
        "perm.v2.3.2",
        "perm.v3.2.2",
        "mesh_teacher.v1.3.3",
        "mesh_teacher.v2.2.3",
        "mesh_teacher.v3.2.3",
        "mesh_parent.v1.if.forgot.2",
        "mesh_parent.v2.if.forgot.2",
        "mesh_parent.recovery.3",
    ),
    labels=(
        "Неверный код",
        "Подтвердите вход",
        "Код подтверждения",
    ),
    blind=True,
    replaces=(function("sim_server.domain.codes:check_code", lambda real, *code: None),),
)
