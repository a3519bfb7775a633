"""The screen of the password does not lead to the recovery."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Ссылки «Забыли или не установили пароль?» нет: забывшему пароль идти некуда.",
    kind=Kind.MISSING,
    breaks=(
        "perm.v1.2.2",
        "perm.v2.2.2",
        "mesh_teacher.v1.2.if.1",
        "mesh_teacher.v2.2.if.5",
        "mesh_teacher.recovery.1",
        "mesh_parent.recovery.1",
        "sferum.in.if.forgot.1",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/password.html", '<p><a href="{{ recovery }}">{{ wording.forgotten }}</a></p>', ""
        ),
    ),
)
