"""In МЭШ the button under the code is called as in the parents' diary."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В МЭШ под кодом написано «Отправить», как в дневнике родителя, а не «Продолжить».",
    kind=Kind.CAPTION,
    breaks=(
        "mesh_teacher.v1.3.4",
        "mesh_teacher.v2.2.4",
        "mesh_teacher.v3.2.4",
    ),
    blind=True,
    replaces=(data("sites/mesh/site.toml", "vk_id.wording.code.button", "Отправить"),),
)
