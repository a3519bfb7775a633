"""The recovery ends, and the password is as it was."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Восстановление пройдено, а новым паролем не войти: действует прежний.",
    kind=Kind.PASSWORD,
    breaks=(
        "mesh_parent.recovery.7.7",
        "mesh_teacher.recovery.2",
        "perm.v1.2.3",
        "perm.v2.2.3",
        "sferum.in.if.forgot.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.vk_accounts:set_password", lambda real, *password: None),),
)
