"""The study profile is made without being asked for."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 2 учебный профиль создают без вопроса: кнопки «Создать учебный профиль» не видно.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v2.4",
        "perm.v2.0",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_vk_id", "phone", "password", "code", "profile_data"),),
)
