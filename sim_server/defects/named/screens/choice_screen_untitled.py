"""The choice of a study profile is called the making of one."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран с найденным учебным профилем называется «Создание учебного профиля».",
    kind=Kind.CAPTION,
    breaks=(
        "perm.v1.0",
        "mesh_teacher.v3.3.3",
        "mesh_parent.v2.5.5",
        "mesh_parent.v2.0",
    ),
    blind=True,
    replaces=(words("choice", title="Создание учебного профиля"),),
)
