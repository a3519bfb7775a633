"""VK ID shows no advantages of linking Perm's journal."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="VK ID не показывает, что даёт привязка журнала Перми: трёх преимуществ на экране нет.",
    kind=Kind.MISSING,
    breaks=(
        "perm.vk.1",
        "perm.vk.2",
        "perm.vk.3",
        "perm.vk.4",
    ),
    blind=True,
    replaces=(data("sites/perm/site.toml", "vk_id.advantages", []),),
)
