"""The personal page of a member is shown in the chats of the school."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.vk_accounts import identities_of


def with_pages(real: Any, world: Any, chat: Any) -> Any:
    return [other for one in real(world, chat) for other in identities_of(world, one.id)]


DEFECT = Defect(
    says="Страница ВКонтакте видна в чатах школы рядом с учебным профилем.",
    kind=Kind.PRIVACY,
    breaks=(
        "mesh_parent.v1.3.6",
        "mesh_parent.v2.3.6",
        "mesh_parent.window.4",
        "perm.vk.4",
    ),
    blind=True,
    replaces=(function("sim_server.domain.chats:members_of", with_pages),),
)
