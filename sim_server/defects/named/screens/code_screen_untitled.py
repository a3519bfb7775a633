"""The screen of the code is called like the first one."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран кода называется «Вход в VK ID», а не «Подтвердите вход».",
    kind=Kind.CAPTION,
    breaks=(
        "mesh_teacher.v1.3.5",
        "mesh_teacher.v2.2.5",
        "mesh_teacher.v3.2.5",
        "mesh_teacher.v3.2.0",
        "mesh_parent.code.1",
        "perm.v3.0",
    ),
    blind=True,
    replaces=(words("code", title="Вход в VK ID"),),
)
