"""In МЭШ the form of a new study profile knows nothing of the person."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В МЭШ анкета нового учебного профиля пуста: проверять нечего, всё вводят заново.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.v1.4.1",),
    blind=True,
    replaces=(data("sites/mesh/site.toml", "vk_id.offers_vk_data", False),),
)
