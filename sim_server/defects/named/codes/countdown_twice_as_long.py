"""The countdown begins at twice its length."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="До нового кода ждут вдвое дольше: отсчёт начинается с 4:00, а не с 2:00.",
    kind=Kind.TIME,
    breaks=("mesh_parent.code.5",),
    blind=True,
    replaces=(
        function("sim_server.domain.codes:_seconds_left", lambda real, world, code: 2 * real(world, code)),
    ),
)
