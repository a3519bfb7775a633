"""The consent is called like the form before it."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Экран согласия называется «Информация о себе»: не видно, что сейчас привяжут профиль.",
    kind=Kind.CAPTION,
    breaks=(
        "mesh_teacher.v1.5.1",
        "mesh_teacher.v2.4.1",
        "mesh_teacher.v3.5.1",
        "mesh_parent.v1.8.2",
        "mesh_parent.v2.7.2",
    ),
    blind=True,
    replaces=(words("consent", title="Информация о себе"),),
)
