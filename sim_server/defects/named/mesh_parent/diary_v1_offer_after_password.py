"""The study profile is offered after the password."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 дневника создать учебный профиль предлагают после пароля, а не до него.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v1.4.2",
        "mesh_parent.v1.4.3",
        "mesh_parent.v1.5.1",
    ),
    blind=True,
    replaces=(
        shown(
            "mesh-diary",
            "with_vk_id",
            "phone",
            "password",
            "code_instead",
            "offer",
            "profile_data",
            "consent",
        ),
    ),
)
