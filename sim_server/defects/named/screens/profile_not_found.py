"""Whoever has a study profile is treated as if there were none."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def without_profile(real: Any, account: Any, profile: Any, *, remembered: bool) -> Any:
    return real(account, None, remembered=remembered)


DEFECT = Defect(
    says="Уже созданный учебный профиль не находят: человеку предлагают создать новый.",
    kind=Kind.LINK,
    breaks=(
        "perm.choice",
        "perm.v1.0",
        "perm.v1.4",
        "mesh_teacher.choice",
        "mesh_teacher.v3.0",
        "mesh_teacher.v3.3.2",
        "mesh_parent.v2.0",
        "mesh_parent.v1.3.3",
        "mesh_parent.v2.5.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:situation_of", without_profile),),
)
