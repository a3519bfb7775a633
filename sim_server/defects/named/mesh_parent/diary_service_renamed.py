"""VK ID calls the diary by another name."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="VK ID называет сервис «Дневник МЭШ», а не «МЭШ.ВКС».",
    kind=Kind.CAPTION,
    breaks=("mesh_parent.window.1",),
    blind=True,
    replaces=(data("sites/diary/site.toml", "vk_id.service_name", "Дневник МЭШ"),),
)
