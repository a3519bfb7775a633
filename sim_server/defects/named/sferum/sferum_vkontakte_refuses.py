"""ВКонтакте does not let a VK ID in."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._services import refusing

DEFECT = Defect(
    says="Во ВКонтакте с тем же VK ID не пускают.",
    kind=Kind.SESSION,
    breaks=(
        "sferum.vkid.3",
        "sferum.picture.4",
    ),
    blind=True,
    replaces=(refusing("vkontakte"),),
)
