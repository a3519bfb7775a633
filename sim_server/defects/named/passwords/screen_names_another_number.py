"""The screen of the password names a number that is not the person's."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Экран пароля напоминает чужой номер телефона.",
    kind=Kind.PRIVACY,
    breaks=("perm.vk.12",),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/password.html",
            'if "@" in sign_in.address else wording.line, sign_in.address)',
            'if "@" in sign_in.address else wording.line, "+71990000000")',
        ),
    ),
)
