"""With a study profile the password is enough."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="В варианте 1 код из СМС не спрашивают: довольно пароля.",
    kind=Kind.ORDER,
    breaks=(
        "perm.v1.3.1",
        "perm.v1.3.2",
    ),
    blind=True,
    replaces=(shown("perm-journal", "with_profile", "phone", "password", "choice", "profile_data"),),
)
