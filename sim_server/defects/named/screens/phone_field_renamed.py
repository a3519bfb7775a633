"""The field of the phone asks for something else."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Поле для телефона подписано «Логин»: непонятно, что вводить.",
    kind=Kind.CAPTION,
    breaks=(
        "perm.v1.1",
        "perm.v2.1",
        "perm.v3.1",
        "mesh_teacher.v1.1.1",
        "mesh_teacher.v2.1.1",
        "mesh_teacher.v3.1.1",
        "mesh_teacher.v1.1.if.7",
        "mesh_parent.window.6",
        "mesh_parent.v1.3.1",
        "mesh_parent.v2.3.1",
        "sferum.in.2",
        "sferum.reg.4.1",
    ),
    blind=True,
    replaces=(words("phone", phone="Логин"),),
)
