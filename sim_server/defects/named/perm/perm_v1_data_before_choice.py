"""The data are asked for before the study profile was chosen."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 сначала спрашивают личные данные, а потом показывают учебный профиль.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v1.4",
        "perm.v1.5.1",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_profile", "phone", "password", "code", "profile_data", "choice"),),
)
