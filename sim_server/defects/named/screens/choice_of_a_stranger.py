"""The choice shows somebody else's study profile."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Экран выбора показывает учебный профиль другого человека.",
    kind=Kind.PRIVACY,
    breaks=(
        "mesh_parent.v2.5.1",
        "mesh_teacher.v3.3.1",
        "mesh_teacher.v1.1.if.8",
    ),
    blind=True,
    replaces=(
        template("vk_id/signin/choice.html", "{{ sign_in.profile.full_name }}", "Лаптева Мария Ивановна"),
    ),
)
