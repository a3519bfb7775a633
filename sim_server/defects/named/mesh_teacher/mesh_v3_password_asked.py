"""With a study profile the password is asked for besides."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 3 МЭШ после телефона спрашивают пароль, хотя довольно кода.",
    kind=Kind.ORDER,
    breaks=("mesh_teacher.v3.2.0",),
    blind=True,
    replaces=(
        shown(
            "mesh-journal", "with_profile", "phone", "password", "code", "choice", "profile_data", "consent"
        ),
    ),
)
