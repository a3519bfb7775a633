"""What is written in chats: reading it, writing it, and how far each member has read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError

from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chat_roles import Membership
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import ChatMemberRow, ChatMessageRow
from sim_server.domain.worlds import World

IN_CHAT = select(ChatMessageRow).where(ChatMessageRow.chat_id == bindparam("chat_id"))
BEFORE = IN_CHAT.where(ChatMessageRow.id < bindparam("before")).order_by(ChatMessageRow.id.desc())
NEWEST = BEFORE.limit(LIMITS.messages_on_a_page)
AFTER = IN_CHAT.where(ChatMessageRow.id > bindparam("after")).order_by(ChatMessageRow.id)
END_OF_TIME = 2**62


@dataclass(frozen=True)
class ChatMessage:
    """A message; nobody is its author any more when they have gone, the name stays."""

    id: int
    author_id: int | None
    author_name: str
    text: str
    at: float


class MessageTooLong(ValueError):
    """More letters than a message may have."""


def page_of_messages(world: World, chat_id: int, before: int = END_OF_TIME) -> list[ChatMessage]:
    """The last messages before that one, oldest first: as many as a page has."""
    return world.database.values(ChatMessage, NEWEST, chat_id=chat_id, before=before)[::-1]


def messages_after(world: World, chat_id: int, after: int) -> list[ChatMessage]:
    """What was written after that message, oldest first."""
    return world.database.values(ChatMessage, AFTER, chat_id=chat_id, after=after)


def mark_read(world: World, member: Membership, message_id: int) -> None:
    """The member has read up to that message; what was read stays read."""
    own = ChatMemberRow.chat_id == member.chat.id, ChatMemberRow.user_id == member.user.id
    behind = *own, ChatMemberRow.last_read_id < message_id
    if world.database.look_up(select(ChatMemberRow.chat_id).where(*behind)) is None:
        return
    world.database.execute(update(ChatMemberRow).where(*behind).values(last_read_id=message_id))


def write_message(world: World, member: Membership, text: str, form: str | None = None) -> None:
    """Add a message under the author's name; an empty one is not written, nor a second one from the same form.

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
        author = {"author_id": member.user.id, "author_name": member.user.full_name}
        message = {"chat_id": member.chat.id, "form": form, "text": text.strip(), "at": world.now()}
        world.add(session, ChatMessageRow, **author, **message)
