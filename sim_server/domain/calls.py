"""Calls and distance lessons held from a chat: starting, joining, leaving. There is no sound or picture."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import delete, func, select, update

from sim_server.domain.tables import Call, CallParticipant, Chat, JournalAccount, Link, VkUser
from sim_server.domain.worlds import World

LESSON_ROLES = ("teacher",)  # assumed: a lesson is held by a teacher


class CallKind(StrEnum):
    """What is held."""

    CALL = "call"
    LESSON = "lesson"


class NotAllowed(Exception):
    """This person may not hold a lesson."""


def may_hold_lesson(world: World, user: VkUser) -> bool:
    """Whether the profile is linked with an account whose role holds lessons."""
    roles = (
        select(JournalAccount.role)
        .join(Link, Link.account_id == JournalAccount.id)
        .where(Link.profile_id == user.id)
    )
    with world.database.read() as session:
        return any(role in LESSON_ROLES for role in session.scalars(roles))


def running_call(world: World, chat: Chat) -> Call | None:
    """The call that is going on in the chat."""
    with world.database.read() as session:
        return session.scalar(select(Call).where(Call.chat_id == chat.id, Call.ended_at.is_(None)))


def join_call(world: World, chat: Chat, user: VkUser, kind: CallKind) -> Call:
    """Joins the chat's running call, or starts one of that kind; raises NotAllowed."""
    if kind is CallKind.LESSON and running_call(world, chat) is None and not may_hold_lesson(world, user):
        raise NotAllowed
    with world.database.write() as session:
        call = session.scalar(select(Call).where(Call.chat_id == chat.id, Call.ended_at.is_(None)))
        if call is None:
            call = Call(
                world_id=world.id,
                chat_id=chat.id,
                kind=kind,
                started_by=user.full_name,
                started_at=world.now(),
                ended_at=None,
            )
            session.add(call)
            session.flush()
        session.merge(CallParticipant(world_id=world.id, call_id=call.id, user_id=user.id))
        return call


def leave_call(world: World, call: Call, user: VkUser) -> None:
    """Leaves; the last one ends the call."""
    with world.database.write() as session:
        session.execute(
            delete(CallParticipant).where(
                CallParticipant.call_id == call.id, CallParticipant.user_id == user.id
            )
        )
        left = select(func.count()).select_from(CallParticipant).where(CallParticipant.call_id == call.id)
        if session.scalar(left) == 0:
            session.execute(update(Call).where(Call.id == call.id).values(ended_at=world.now()))


def participants_of(world: World, call: Call) -> list[VkUser]:
    """Who is in the call, by name."""
    query = (
        select(VkUser)
        .join(CallParticipant, CallParticipant.user_id == VkUser.id)
        .where(CallParticipant.call_id == call.id)
        .order_by(VkUser.last_name)
    )
    with world.database.read() as session:
        return list(session.scalars(query))
