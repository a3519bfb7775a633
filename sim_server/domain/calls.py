"""Calls and distance lessons held from a chat: starting, joining, leaving. There is no sound or picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, delete, exists, select, update
from sqlalchemy.orm import Session

from sim_server.domain.chat_rights import May, NotAllowed
from sim_server.domain.chat_roles import Chat, Membership
from sim_server.domain.tables import CallParticipantRow, CallRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import VkUser, users_by_name
from sim_server.domain.worlds import World

# A call goes on while somebody is in it: the last one may also go by losing the chat or the whole account.
RUNNING = select(CallRow).where(
    CallRow.chat_id == bindparam("chat_id"),
    CallRow.ended_at.is_(None),
    exists().where(CallParticipantRow.call_id == CallRow.id),
)


class CallKind(StrEnum):
    """What is held."""

    CALL = "call"
    LESSON = "lesson"


@dataclass(frozen=True)
class Call:
    """A call or a lesson held from a chat."""

    id: int
    kind: str
    started_by: str


def running_call(world: World, chat: Chat) -> Call | None:
    """The call that is going on in the chat."""
    return world.database.value(Call, RUNNING, chat_id=chat.id)


def may_join(may: May, kind: str) -> bool:
    """Whether somebody who may do that gets into a running call of that kind."""
    return may.attend if kind == CallKind.LESSON else may.call


def open_call(world: World, member: Membership) -> Call | None:
    """The call that is going on in the chat, if the member gets in there."""
    call = running_call(world, member.chat)
    return call if call is not None and may_join(member.may, call.kind) else None


def join_call(world: World, member: Membership, kind: CallKind) -> Call:
    """Join the chat's running call, or start one of that kind; raise NotAllowed."""
    with world.database.write() as session:
        call = session.scalar(RUNNING, {"chat_id": member.chat.id})
        if call is None:
            call = _started(session, world, member, kind)
        elif not may_join(member.may, call.kind):
            raise NotAllowed
        session.merge(CallParticipantRow(world_id=world.id, call_id=call.id, user_id=member.user.id))
        return value_of(Call, call)


def leave_call(world: World, call: Call, user: VkUser) -> None:
    """Leave; the last one ends the call."""
    with world.database.write() as session:
        own = CallParticipantRow.call_id == call.id, CallParticipantRow.user_id == user.id
        session.execute(delete(CallParticipantRow).where(*own))
        nobody = ~exists().where(CallParticipantRow.call_id == CallRow.id)
        session.execute(update(CallRow).where(CallRow.id == call.id, nobody).values(ended_at=world.now()))


def leave_calls(session: Session, user_id: int, chats: Sequence[int]) -> None:
    """Take somebody out of every call of these chats."""
    calls = select(CallRow.id).where(CallRow.chat_id.in_(chats))
    own = CallParticipantRow.user_id == user_id, CallParticipantRow.call_id.in_(calls)
    session.execute(delete(CallParticipantRow).where(*own))


def leave_every_call(world: World, users: Sequence[VkUser]) -> None:
    """Take these people out of whatever call they are in."""
    theirs = CallParticipantRow.user_id.in_([one.id for one in users])
    world.database.execute(delete(CallParticipantRow).where(theirs))


def participants_of(world: World, call: Call) -> list[VkUser]:
    """Who is in the call, by name."""
    present = select(CallParticipantRow.user_id).where(CallParticipantRow.call_id == call.id)
    return users_by_name(world, present)


def _started(session: Session, world: World, member: Membership, kind: CallKind) -> CallRow:
    if not (member.may.lesson if kind is CallKind.LESSON else member.may.call):
        raise NotAllowed
    return world.add(session, CallRow, chat_id=member.chat.id, kind=kind, started_by=member.user.full_name)
