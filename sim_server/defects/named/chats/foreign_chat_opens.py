"""Any chat opens by its address."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.chats import NotAMember
from sim_server.domain.linking import links_in


def anybodys(real: Any, world: Any, user: Any, chat_id: int) -> Any:
    for one in (user, *(link.profile for link in links_in(world))):
        try:
            return replace(real(world, one, chat_id), user=user)
        except NotAMember:
            continue
    raise NotAMember


DEFECT = Defect(
    says="Чужой чат открывается по адресу тому, кто в нём не состоит.",
    kind=Kind.PRIVACY,
    breaks=("mesh_teacher.school.2",),
    blind=True,
    replaces=(function("sim_server.domain.chats:membership_of", anybodys),),
)
