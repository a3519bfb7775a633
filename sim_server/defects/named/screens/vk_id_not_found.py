"""A number that has a VK ID is taken for a new one."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="По номеру не находят уже заведённый VK ID: вместо пароля просят зарегистрироваться заново.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.v2.2.if.4",
        "sferum.have.1",
        "sferum.have.2",
        "sferum.have.3",
        "sferum.have.4",
        "sferum.picture.9",
    ),
    blind=True,
    replaces=(
        function(
            "sim_server.domain.sign_ins:_begin_anew",
            lambda real, session, sign_in, address, account: real(session, sign_in, address, None),
        ),
    ),
)
