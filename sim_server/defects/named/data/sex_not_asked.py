"""The form of a study profile has no field for the sex."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Поля «Пол» в анкете нет, и дальше не пускают.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.v1.4.1",
        "mesh_teacher.v2.3.1",
        "mesh_teacher.v3.4.1",
        "mesh_parent.v1.7.5",
        "mesh_parent.v2.6.1",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/profile_data.html",
            "{% for name in client.data_fields %}",
            '{% for name in client.data_fields if name != "sex" %}',
        ),
    ),
)
