"""The consent is asked for before the data."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 МЭШ согласие спрашивают раньше, чем данные: неизвестно, кого привяжут.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_teacher.v2.3.1",
        "mesh_teacher.v2.3.3",
        "mesh_teacher.v2.4.1",
    ),
    blind=True,
    replaces=(shown("mesh-journal", "without_vk_id", "phone", "code", "consent", "profile_data"),),
)
