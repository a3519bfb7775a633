"""VK ID calls the journal by another name."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="VK ID называет журнал Перми «ЭПОС», а не полным именем, как в инструкции.",
    kind=Kind.CAPTION,
    breaks=("perm.vk.1",),
    blind=True,
    replaces=(data("sites/perm/site.toml", "vk_id.service_name", "ЭПОС"),),
)
