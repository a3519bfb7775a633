"""The screen of the phone is not called the way into VK ID."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран, где спрашивают телефон, называется «Введите пароль».",
    kind=Kind.CAPTION,
    breaks=(
        "perm.vk.5",
        "mesh_teacher.v1.1.3",
        "mesh_teacher.v2.1.4",
        "mesh_teacher.v3.1.3",
        "mesh_parent.window.5",
        "paragraf.link.3.1",
        "sferum.reg.2",
    ),
    blind=True,
    replaces=(words("phone", title="Введите пароль"),),
)
