"""Whoever goes through the screens, the same study profile is linked."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def one_too_low(real: Any, answer: Any) -> Any:
    found = real(answer)
    return replace(found, profile_id=found.profile_id - 1)


DEFECT = Defect(
    says="Журнал привязывают к учебному профилю другого человека.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.v1.1.if.8",
        "mesh_teacher.v1.6",
        "perm.v1.4",
        "perm.v1.5.2",
        "mesh_parent.v2.7.3",
    ),
    blind=True,
    replaces=(function("sim_server.vk_sign_in:_identity_from", one_too_low),),
)
