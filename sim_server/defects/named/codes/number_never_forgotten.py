"""A person cannot begin anew with another number or account."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="«Изменить номер телефона», «Войти в другой аккаунт» и стрелка ничего не меняют.",
    kind=Kind.SESSION,
    breaks=(
        "mesh_teacher.v1.3.if.1",
        "mesh_teacher.v2.2.if.1",
        "mesh_teacher.v3.2.if.1",
        "mesh_teacher.v1.1.if.6",
        "mesh_parent.code.7",
        "mesh_parent.v1.if.number.1",
        "mesh_parent.v2.if.number.1",
        "mesh_parent.v2.5.4",
        "mesh_parent.v1.7.10",
        "mesh_parent.v2.6.4",
        "perm.vk.11",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:forget_person", lambda real, sign_in: None),),
)
