"""In Perm the form of a new study profile knows nothing of the person."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В Перми анкета нового учебного профиля пуста: проверять нечего, всё вводят заново.",
    kind=Kind.MISSING,
    breaks=("perm.v2.5.1",),
    blind=True,
    replaces=(data("sites/perm/site.toml", "vk_id.offers_vk_data", False),),
)
