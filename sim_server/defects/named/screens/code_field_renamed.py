"""The field of the code asks for something else."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Поле для кода подписано «Пароль».",
    kind=Kind.CAPTION,
    breaks=(
        "perm.v1.3.2",
        "perm.v2.3.2",
        "perm.v3.2.2",
        "mesh_teacher.v1.3.3",
        "mesh_teacher.v2.2.3",
        "mesh_teacher.v3.2.3",
        "mesh_parent.code.2",
        "mesh_parent.v1.if.forgot.2",
        "mesh_parent.v2.if.forgot.2",
    ),
    blind=True,
    replaces=(words("code", code="Пароль"),),
)
