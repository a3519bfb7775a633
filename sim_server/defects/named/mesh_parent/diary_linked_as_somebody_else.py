"""The diary shows the study profile of whoever was linked first."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.linking import links_in


def first_linked(real: Any, world: Any, account: Any) -> Any:
    found = real(world, account)
    return found and next(one.profile for one in links_in(world) if one.journal == account.journal)


DEFECT = Defect(
    says="Дневник показывает родителю учебный профиль другого человека и открывает его чаты.",
    kind=Kind.PRIVACY,
    breaks=(
        "mesh_parent.intro.4",
        "mesh_parent.v1.7.8",
        "mesh_teacher.v1.1.if.8",
        "perm.v1.5.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:profile_linked_to", first_linked),),
)
