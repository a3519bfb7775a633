"""The form of the study profile has no arrow."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Стрелки на экране «Информация о себе» в дневнике нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.v1.7.10",
        "mesh_parent.v2.6.4",
    ),
    blind=True,
    replaces=(data("sites/diary/site.toml", "vk_id.arrow_on", []),),
)
