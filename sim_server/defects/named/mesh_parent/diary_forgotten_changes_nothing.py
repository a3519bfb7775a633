"""Who has forgotten the password is asked for it again."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="«Забыли или не установили пароль» ничего не меняет: вместо кода снова просят пароль.",
    kind=Kind.PASSWORD,
    breaks=(
        "mesh_parent.v1.if.forgot.1",
        "mesh_parent.v1.if.forgot.2",
        "mesh_parent.v2.if.forgot.1",
        "mesh_parent.v2.if.forgot.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:take_forgotten", lambda real, sign_in: None),),
)
