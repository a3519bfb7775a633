"""Leaving the consent links as if it had been given."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_in_ends import finish


def leave_and_link(real: Any, sign_in: Any) -> str:
    return str(finish(sign_in)[0] if sign_in.profile_data else real(sign_in))


DEFECT = Defect(
    says="«Отмена» на экране согласия всё равно привязывает.",
    kind=Kind.CONSENT,
    breaks=(
        "mesh_teacher.v1.5.2",
        "mesh_teacher.v2.4.2",
        "mesh_teacher.v3.5.2",
        "mesh_parent.v1.8.1",
        "mesh_parent.v2.7.1",
    ),
    labels=("Вы вышли из VK ID, не завершив привязку. Профиль не привязан.",),
    blind=True,
    replaces=(function("sim_server.domain.sign_in_ends:leave", leave_and_link),),
)
