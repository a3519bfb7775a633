"""The study profile that was found is not shown."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 найденный учебный профиль не показывают: «Продолжить в учебном профиле» не нажать.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v1.4",
        "perm.v1.0",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_profile", "phone", "password", "code", "profile_data"),),
)
