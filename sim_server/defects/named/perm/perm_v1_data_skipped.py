"""The data of the study profile are not shown for checking."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 личные данные не дают проверить: профиль привязывают сразу после выбора.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v1.5.1",
        "perm.v1.5.3",
        "perm.v1.5.4",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_profile", "phone", "password", "code", "choice"),),
)
