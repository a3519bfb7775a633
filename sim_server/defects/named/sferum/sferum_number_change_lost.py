"""A proven new number is not written down."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Номер в кабинете VK ID не меняется, хотя сказано, что изменён.",
    kind=Kind.SESSION,
    breaks=("sferum.vkid.4.1",),
    blind=True,
    replaces=(function("sim_server.domain.vk_accounts:change_phone", lambda real, *number: None),),
)
