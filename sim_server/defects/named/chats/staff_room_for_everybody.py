"""Parents and pupils are brought into the chat of the teachers."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.chats import ChatRule

STAFF = ChatRule("staff", "Учительская", "school", ("parent", "pupil"), "staff")


def with_staff(real: Any, session: Any, world: Any, account: Any, rules: Any) -> Any:
    yield from real(session, world, account, [*rules, STAFF])


DEFECT = Defect(
    says="Родителей и учеников пускают в «Учительскую».",
    kind=Kind.CHATS,
    breaks=("sferum.chats.4",),
    blind=True,
    replaces=(function("sim_server.domain.chats:_automatic_chats", with_staff),),
)
