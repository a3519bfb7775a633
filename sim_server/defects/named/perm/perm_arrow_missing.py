"""The screen of the password has no arrow."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Стрелки на экране пароля нет: вернуться к телефону нельзя.",
    kind=Kind.MISSING,
    breaks=("perm.vk.11",),
    blind=True,
    replaces=(data("sites/perm/site.toml", "vk_id.arrow_on", []),),
)
