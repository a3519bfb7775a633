"""The screen of the password does not say where to write."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Адреса поддержки Сферума для тех, на чьём номере чужой аккаунт, на экране нет.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.v2.2.if.7",),
    blind=True,
    replaces=(data("sites/mesh/site.toml", "vk_id.wording.password.advice", ""),),
)
