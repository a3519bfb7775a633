"""A disconnected journal stays linked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Журнал, отключённый в кабинете VK ID, остаётся привязан.",
    kind=Kind.UNLINK,
    breaks=("sferum.vkid.5",),
    blind=True,
    replaces=(function("sim_server.domain.connections:disconnect_journal", lambda real, *service: None),),
)
