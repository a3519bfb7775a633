"""The making of a study profile is called the choice of one."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран, где создают учебный профиль, называется «Выберите учебный профиль».",
    kind=Kind.CAPTION,
    breaks=(
        "perm.v2.0",
        "mesh_teacher.v1.1.if.4",
        "mesh_parent.v1.0",
        "mesh_parent.v1.4.3",
        "mesh_parent.v1.3.4",
    ),
    blind=True,
    replaces=(words("offer", title="Выберите учебный профиль"),),
)
