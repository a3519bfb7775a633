"""The diary does not say in which role a pupil is there."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Роль «Обучающийся» рядом с именем ученика не показана.",
    kind=Kind.MISSING,
    breaks=("paragraf.intro.1",),
    blind=True,
    replaces=(data("sites/paragraf/site.toml", "role_names", {}),),
)
