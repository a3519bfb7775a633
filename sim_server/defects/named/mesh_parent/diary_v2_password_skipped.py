"""The parent with a study profile is proven by nothing but a number."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 дневника пароль не спрашивают: довольно знать номер.",
    kind=Kind.ORDER,
    breaks=("mesh_parent.v2.3.3",),
    blind=True,
    replaces=(shown("mesh-diary", "with_profile", "phone", "choice", "profile_data", "consent"),),
)
