"""Another code can be sent without waiting."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Новый код присылают сразу, отсчёта нет: чужой телефон можно засыпать сообщениями.",
    kind=Kind.TIME,
    breaks=(
        "mesh_parent.code.5",
        "mesh_parent.recovery.6.4",
    ),
    blind=True,
    replaces=(function("sim_server.domain.codes:_seconds_left", lambda real, world, code: 0),),
)
