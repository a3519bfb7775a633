"""What is sent by SMS does not reach the phone."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._codes import lost

DEFECT = Defect(
    says="СМС с кодом не приходит: подтвердить номер нечем.",
    kind=Kind.CODE,
    breaks=(
        "perm.v1.3.1",
        "perm.v2.3.1",
        "perm.v3.2.1",
        "mesh_teacher.v1.3.1",
        "mesh_teacher.v2.2.1",
        "mesh_teacher.v3.2.1",
        "mesh_parent.code.3",
        "mesh_parent.recovery.3",
    ),
    blind=True,
    replaces=(lost("sms"),),
)
