"""A study profile that was unlinked cannot be linked again."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.linking import ProfileLinkedElsewhere
from sim_server.domain.worlds import events_after


def only_once(real: Any, world: Any, account: Any, profile_id: int, *more: Any) -> None:
    ended = (one for one in events_after(world, 0) if one.kind == "unlinked")
    if any(one.data["profile"] == profile_id for one in ended):
        raise ProfileLinkedElsewhere
    real(world, account, profile_id, *more)


DEFECT = Defect(
    says="После отвязки профиль не привязать снова: он считается занятым.",
    kind=Kind.LINK,
    breaks=("paragraf.unlink.3",),
    blind=True,
    replaces=(function("sim_server.domain.linking:link", only_once),),
)
