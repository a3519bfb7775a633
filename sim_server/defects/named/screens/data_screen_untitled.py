"""The form of the study profile is called that of the VK ID."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Анкета учебного профиля называется «Личные данные», а не «Информация о себе».",
    kind=Kind.CAPTION,
    breaks=(
        "mesh_teacher.v1.4.3",
        "mesh_teacher.v2.3.3",
        "mesh_teacher.v3.4.3",
        "mesh_parent.v1.7.7",
        "mesh_parent.v2.6.3",
    ),
    blind=True,
    replaces=(words("profile_data", title="Личные данные"),),
)
