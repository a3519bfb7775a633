"""The screen of the password is called like the one before it."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран пароля называется «Вход в VK ID»: кажется, что номер не приняли.",
    kind=Kind.CAPTION,
    breaks=(
        "perm.vk.10",
        "mesh_teacher.v1.2.2",
        "mesh_teacher.v2.2.if.6",
        "mesh_parent.v1.5.2",
    ),
    blind=True,
    replaces=(words("password", title="Вход в VK ID"),),
)
