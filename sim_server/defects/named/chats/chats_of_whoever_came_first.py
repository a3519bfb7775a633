"""A journal opens the messenger as whoever is signed in there."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="На общем компьютере журнал открывает чаты того, кто вошёл в мессенджер раньше.",
    kind=Kind.PRIVACY,
    breaks=("mesh_teacher.v1.1.if.5",),
    labels=("Вход в VK ID",),
    blind=True,
    replaces=(function("sim_server.messenger.guard:visitor_as", lambda real, wanted: real("")),),
)
