"""Whatever is typed is a new password."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Новым паролем принимают и «1234».",
    kind=Kind.PASSWORD,
    breaks=("mesh_parent.recovery.7.3",),
    labels=("Придумайте новый пароль",),
    blind=True,
    replaces=(function("sim_server.domain.passwords:check_new_password", lambda real, password: None),),
)
