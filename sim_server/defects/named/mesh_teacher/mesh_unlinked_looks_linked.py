"""The page behind the icon is called the same before and after linking."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Страница за пиктограммой и до привязки называется «Мессенджер подключен».",
    kind=Kind.CAPTION,
    breaks=("mesh_teacher.way2.5",),
    blind=True,
    replaces=(data("sites/mesh/site.toml", "faces.0.places.1.heading_before", "Мессенджер подключен"),),
)
