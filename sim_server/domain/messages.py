"""What is written in chats: reading it, writing it, and how far each member has read."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError

from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chat_roles import Membership
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import ChatMember, ChatMessage
from sim_server.domain.worlds import World

NEWEST = (
    select(ChatMessage)
    .where(ChatMessage.chat_id == bindparam("chat_id"), ChatMessage.id < bindparam("before"))
    .order_by(ChatMessage.id.desc())
    .limit(LIMITS.messages_on_a_page)
)
AFTER = (
    select(ChatMessage)
    .where(ChatMessage.chat_id == bindparam("chat_id"), ChatMessage.id > bindparam("after"))
    .order_by(ChatMessage.id)
)
END_OF_TIME = 2**62


class MessageTooLong(ValueError):
    """More letters than a message may have."""


def page_of_messages(world: World, chat_id: int, before: int = END_OF_TIME) -> list[ChatMessage]:
    """The last messages before that one, oldest first: as many as a page has."""
    with world.database.read() as session:
        return list(session.scalars(NEWEST, {"chat_id": chat_id, "before": before}))[::-1]


def messages_after(world: World, chat_id: int, after: int) -> list[ChatMessage]:
    """What was written after that message, oldest first."""
    with world.database.read() as session:
        return list(session.scalars(AFTER, {"chat_id": chat_id, "after": after}))


def mark_read(world: World, member: Membership, message_id: int) -> None:
    """The member has read up to that message; what was read stays read."""
    behind = (
        ChatMember.chat_id == member.chat.id,
        ChatMember.user_id == member.user.id,
        ChatMember.last_read_id < message_id,
    )
    with world.database.read() as session:
        if session.scalar(select(ChatMember.chat_id).where(*behind)) is None:
            return
    with world.database.write() as session:
        session.execute(update(ChatMember).where(*behind).values(last_read_id=message_id))


def write_message(world: World, member: Membership, text: str, form: str | None = None) -> None:
    """Adds a message under the author's name; an empty one is not written, nor a second one from the same form.

    Raises NotAllowed or MessageTooLong.
    """
    if not member.may.write:
        raise NotAllowed
    if len(text) > LIMITS.message_letters:
        raise MessageTooLong
    if not text.strip():
        return
    # A form that was sent twice, by two quick presses, breaks the database's rule: it has written already.
    with suppress(IntegrityError), world.database.write() as session:
        session.add(
            ChatMessage(
                world_id=world.id,
                chat_id=member.chat.id,
                author_id=member.user.id,
                author_name=member.user.full_name,
                form=form,
                text=text.strip(),
                at=world.now(),
            )
        )
