"""Own devices are asked for the password too."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="На своём устройстве в «Мой паспорт» приходится входить заново.",
    kind=Kind.SESSION,
    breaks=("mesh_teacher.region.3",),
    blind=True,
    replaces=(
        function("sim_server.domain.own_devices:account_signed_in_automatically", lambda real, *device: None),
    ),
)
