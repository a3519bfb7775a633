"""МЭШ takes an e-mail address for a number."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В МЭШ принимают почту вместо номера телефона.",
    kind=Kind.REGION,
    breaks=("mesh_teacher.v2.1.3",),
    blind=True,
    replaces=(data("sites/mesh/site.toml", "vk_id.email_allowed", True),),
)
