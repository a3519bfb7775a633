"""The diary's screen of the password does not offer the code."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="В дневнике нет ссылки для тех, кто забыл пароль.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.v1.if.forgot.1",
        "mesh_parent.v2.if.forgot.1",
    ),
    blind=True,
    replaces=(
        template("vk_id/signin/password.html", '{{ wish("forgotten", wording.forgotten, "leave") }}', ""),
    ),
)
