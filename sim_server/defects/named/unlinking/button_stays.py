"""After unlinking the journal shows what it showed before."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.vk_accounts import identities_of
from sim_server.domain.worlds import events_after


def as_before(real: Any, world: Any, account: Any) -> Any:
    ended = [one.data for one in events_after(world, 0) if one.kind == "unlinked"]
    mine = [
        one["profile"] for one in ended if (one["journal"], one["login"]) == (account.journal, account.login)
    ]
    known = (one for profile in mine for one in identities_of(world, profile) if one.id == profile)
    return real(world, account) or next(known, None)


DEFECT = Defect(
    says="После отвязки журнал показывает прежние кнопки, как будто профиль привязан.",
    kind=Kind.UNLINK,
    breaks=(
        "paragraf.unlink.2.2",
        "paragraf.unlink.2.3",
        "perm.v1.6.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:profile_linked_to", as_before),),
)
