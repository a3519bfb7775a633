"""What is sent by letter does not reach the mailbox."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._codes import lost

DEFECT = Defect(
    says="Письмо с кодом не приходит: ни зарегистрироваться по почте, ни восстановить пароль.",
    kind=Kind.CODE,
    breaks=(
        "mesh_parent.recovery.6.1",
        "mesh_parent.recovery.6.2",
        "sferum.reg.4.2",
        "sferum.picture.5.2",
    ),
    blind=True,
    replaces=(lost("letter"),),
)
