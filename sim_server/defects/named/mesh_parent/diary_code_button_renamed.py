"""The button under the code is called as everywhere else."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В дневнике под кодом написано «Продолжить», а не «Отправить», как на рисунке.",
    kind=Kind.CAPTION,
    breaks=(
        "mesh_parent.code.4",
        "mesh_parent.v1.if.forgot.3",
        "mesh_parent.v2.if.forgot.3",
    ),
    blind=True,
    replaces=(data("sites/diary/site.toml", "vk_id.wording.code.button", "Продолжить"),),
)
