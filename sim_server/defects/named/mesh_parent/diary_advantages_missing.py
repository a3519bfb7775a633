"""VK ID shows no advantages of linking the diary."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="VK ID не показывает, что даёт привязка дневника: трёх преимуществ на экране нет.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.window.1",
        "mesh_parent.window.2",
        "mesh_parent.window.3",
        "mesh_parent.window.4",
    ),
    blind=True,
    replaces=(data("sites/diary/site.toml", "vk_id.advantages", []),),
)
