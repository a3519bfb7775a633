"""The account page lists no services."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Подключённых сервисов в кабинете VK ID не видно: управлять нечем.",
    kind=Kind.MISSING,
    breaks=("sferum.vkid.5",),
    blind=True,
    replaces=(function("sim_server.vk_id.account_page:connected_services", lambda real, account: []),),
)
