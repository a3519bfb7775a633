"""The diary and its app are called otherwise."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Приложение называется «Мой дневник», а не «Дневник МЭШ».",
    kind=Kind.CAPTION,
    breaks=("mesh_parent.app.1",),
    blind=True,
    replaces=(data("sites/diary/site.toml", "labels.title", "Мой дневник"),),
)
