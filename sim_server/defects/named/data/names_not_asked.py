"""The form of a study profile has no fields for the name."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="В анкете учебного профиля не спрашивают ни имени, ни фамилии, ни отчества, и дальше не пускают.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.v2.3.1",
        "mesh_parent.v1.7.1",
        "mesh_parent.v1.7.2",
        "mesh_parent.v1.7.3",
        "mesh_parent.v2.6.1",
        "perm.v3.6.1",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/profile_data.html",
            "{% for name in client.data_fields %}",
            '{% for name in client.data_fields if not name.endswith("_name") %}',
        ),
    ),
)
