"""The journal of Perm takes the link back at once."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="В журнале Пермского края профиль отвязывается от одного нажатия: никто не переспрашивает.",
    kind=Kind.UNLINK,
    labels=("Отвязать учебный профиль VK ID?",),
    replaces=(data("sites/perm/site.toml", "unlinking.asks_back", False),),
)
