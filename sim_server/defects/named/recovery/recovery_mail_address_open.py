"""The whole e-mail address is told to whoever has the phone."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Адрес почты показан целиком: его узнает каждый, у кого в руках телефон.",
    kind=Kind.PRIVACY,
    breaks=(
        "mesh_parent.recovery.5.3",
        "mesh_parent.recovery.6.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.emails:masked_email", lambda real, address: address),),
)
