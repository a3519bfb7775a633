"""The page behind the icon does not say what linking is for."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Страница за пиктограммой не объясняет, зачем связывать аккаунты.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.way2.6",
        "mesh_teacher.way2.7",
    ),
    blind=True,
    replaces=(
        data("sites/mesh/site.toml", "faces.0.places.1.text_before", ["Мессенджер пока не подключён."]),
    ),
)
