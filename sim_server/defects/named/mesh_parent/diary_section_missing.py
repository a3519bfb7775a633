"""The diary's navigation lacks a section."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Раздела «Портфолио учащегося» в навигационной панели дневника нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.bar.1",),
    blind=True,
    replaces=(
        data(
            "sites/diary/site.toml",
            "faces.0.navigation",
            ["МЭШ", "Дневник", "Библиотека", "Веб.Лаб.Информатика", "Новости", "Справка"],
        ),
    ),
)
