"""Chats of study profiles: the automatic ones of a school and a class, members, messages."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import Chat, ChatMember, ChatMessage, JournalAccount, StudyProfile
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class ChatRule:
    """A chat that linking makes: for which roles, one per school or one per class, and its title.

    `title` may hold {class_name} and {school}.
    """

    key: str
    title: str
    per: str
    roles: tuple[str, ...]


class NotAMember(LookupError):
    """The profile does not take part in that chat, or there is none."""


def join_automatic_chats(
    session: Session, world: World, account: JournalAccount, profile_id: int, rules: list[ChatRule]
) -> None:
    """Puts the profile into every chat whose rule names the account's role, making the chats that are missing."""
    for rule in rules:
        if account.role in rule.roles:
            chat = _automatic_chat(session, world, account, rule)
            session.add(ChatMember(world_id=world.id, chat_id=chat.id, profile_id=profile_id))


def leave_automatic_chats(session: Session, world: World, journal: str, profile_id: int) -> None:
    """Takes the profile out of the chats which that journal's linking made; messages stay."""
    chats = select(Chat.id).where(Chat.world_id == world.id, Chat.journal == journal)
    session.execute(
        delete(ChatMember).where(ChatMember.profile_id == profile_id, ChatMember.chat_id.in_(chats))
    )


def chats_of(world: World, profile_id: int, journal: str | None = None) -> list[Chat]:
    """The chats the profile takes part in, oldest first; only one journal's if it is named."""
    query = select(Chat).join(ChatMember).where(ChatMember.profile_id == profile_id).order_by(Chat.id)
    if journal is not None:
        query = query.where(Chat.journal == journal)
    with world.database.read() as session:
        return list(session.scalars(query))


def chat_of_member(world: World, profile_id: int, chat_id: int) -> Chat:
    """That chat, seen by a member; raises NotAMember."""
    with world.database.read() as session:
        chat = session.scalar(
            select(Chat)
            .join(ChatMember)
            .where(Chat.id == chat_id, Chat.world_id == world.id, ChatMember.profile_id == profile_id)
        )
    if chat is None:
        raise NotAMember
    return chat


def messages_in(world: World, chat: Chat) -> list[ChatMessage]:
    """What was written in the chat, oldest first."""
    with world.database.read() as session:
        return list(
            session.scalars(
                select(ChatMessage).where(ChatMessage.chat_id == chat.id).order_by(ChatMessage.id)
            )
        )


def write_message(world: World, author: StudyProfile, chat: Chat, text: str) -> None:
    """Adds a message under the author's name; an empty one is not written."""
    if not text.strip():
        return
    with world.database.write() as session:
        session.add(
            ChatMessage(
                world_id=world.id,
                chat_id=chat.id,
                author_name=author.full_name,
                text=text.strip(),
                at=world.now(),
            )
        )


def _automatic_chat(session: Session, world: World, account: JournalAccount, rule: ChatRule) -> Chat:
    place = account.school if rule.per == "school" else f"{account.school}/{account.class_name}"
    key = f"{rule.key}/{place}"
    chat = session.scalar(
        select(Chat).where(Chat.world_id == world.id, Chat.journal == account.journal, Chat.key == key)
    )
    if chat is None:
        title = rule.title.format(class_name=account.class_name, school=account.school)
        chat = Chat(world_id=world.id, journal=account.journal, key=key, title=title)
        session.add(chat)
        session.flush()
    return chat
