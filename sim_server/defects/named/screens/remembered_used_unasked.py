"""Whom the browser remembers is signed in without being shown."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_ins import Situation

REMEMBERED = {Situation.REMEMBERED_WITH_PROFILE, Situation.REMEMBERED_WITHOUT_PROFILE}
ASKING = {"choice", "offer", "account"}


def unasked(real: Any, sign_ins: Any, sign_in: Any) -> Any:
    order = real(sign_ins, sign_in)
    return [name for name in order if name not in ASKING] if sign_in.situation in REMEMBERED else order


DEFECT = Defect(
    says="Сохранённый в браузере VK ID берут без вопроса: на чужом компьютере привяжется чужой профиль.",
    kind=Kind.SESSION,
    breaks=(
        "mesh_teacher.v1.1.if.1",
        "mesh_teacher.v1.1.if.2",
        "mesh_teacher.v1.1.if.3",
        "mesh_teacher.v1.1.if.5",
        "mesh_teacher.v3.3.if.1",
        "mesh_parent.v1.3.4",
        "mesh_parent.v2.3.4",
    ),
    blind=True,
    replaces=(function("sim_server.vk_id.sign_in:SignIns.order", unasked),),
)
