"""People of other schools can be found and added."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.linking import links_in


def anybody(real: Any, world: Any, user: Any, kind: str, part_of_name: str = "") -> Any:
    found = {one.id: one for one in real(world, user, kind, part_of_name)}
    others = {one.profile.id: one.profile for one in links_in(world) if part_of_name in one.profile.full_name}
    return [one for one in {**others, **found}.values() if one.id != user.id]


DEFECT = Defect(
    says="В чат можно найти людей из чужих школ.",
    kind=Kind.PRIVACY,
    breaks=("mesh_teacher.school.1",),
    blind=True,
    replaces=(function("sim_server.domain.chat_roles:people_to_add", anybody),),
)
