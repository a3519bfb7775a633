"""Chats of study profiles: the automatic ones of a school and a class, members, messages."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import Chat, ChatMember, ChatMessage, JournalAccount, Link, VkUser
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
            for class_name in account.class_names if rule.per == "class" else [""]:
                chat = _automatic_chat(session, world, account, rule, class_name)
                session.merge(ChatMember(world_id=world.id, chat_id=chat.id, user_id=profile_id))


def leave_automatic_chats(session: Session, world: World, journal: str, profile_id: int) -> None:
    """Takes the profile out of the chats which that journal's linking made; messages stay."""
    chats = select(Chat.id).where(Chat.world_id == world.id, Chat.journal == journal)
    session.execute(
        delete(ChatMember).where(ChatMember.user_id == profile_id, ChatMember.chat_id.in_(chats))
    )


def chats_of(world: World, profile_id: int, journal: str | None = None) -> list[Chat]:
    """The chats the profile takes part in, oldest first; only one journal's if it is named."""
    query = select(Chat).join(ChatMember).where(ChatMember.user_id == profile_id).order_by(Chat.id)
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
            .where(Chat.id == chat_id, Chat.world_id == world.id, ChatMember.user_id == profile_id)
        )
    if chat is None:
        raise NotAMember
    return chat


def members_of(world: World, chat: Chat) -> list[VkUser]:
    """Who takes part in the chat, by name."""
    query = (
        select(VkUser)
        .join(ChatMember, ChatMember.user_id == VkUser.id)
        .where(ChatMember.chat_id == chat.id)
        .order_by(VkUser.last_name, VkUser.first_name)
    )
    with world.database.read() as session:
        return list(session.scalars(query))


def schoolmates(world: World, profile_id: int, part_of_name: str = "") -> list[VkUser]:
    """The linked people of the profile's own schools, by name, whose name holds the words; not the profile itself."""
    own_schools = (
        select(JournalAccount.school)
        .join(Link, Link.account_id == JournalAccount.id)
        .where(Link.profile_id == profile_id)
    )
    query = (
        select(VkUser)
        .join(Link, Link.profile_id == VkUser.id)
        .join(JournalAccount, JournalAccount.id == Link.account_id)
        .where(
            VkUser.world_id == world.id,
            VkUser.id != profile_id,
            JournalAccount.school.in_(own_schools),
        )
        .order_by(VkUser.last_name, VkUser.first_name)
        .distinct()
    )
    with world.database.read() as session:
        found = list(session.scalars(query))
    words = part_of_name.casefold().split()  # SQLite folds the case of Latin letters only
    return [one for one in found if all(word in one.full_name.casefold() for word in words)]


def add_member(world: World, member_id: int, chat: Chat, newcomer_id: int) -> None:
    """A member brings in a person of the own school; raises NotAMember for anybody else."""
    if newcomer_id not in {one.id for one in schoolmates(world, member_id)}:
        raise NotAMember
    with world.database.write() as session:
        session.merge(ChatMember(world_id=world.id, chat_id=chat.id, user_id=newcomer_id))


def messages_in(world: World, chat: Chat) -> list[ChatMessage]:
    """What was written in the chat, oldest first."""
    with world.database.read() as session:
        return list(
            session.scalars(
                select(ChatMessage).where(ChatMessage.chat_id == chat.id).order_by(ChatMessage.id)
            )
        )


def write_message(world: World, author: VkUser, chat: Chat, text: str) -> None:
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


def _automatic_chat(
    session: Session, world: World, account: JournalAccount, rule: ChatRule, class_name: str
) -> Chat:
    key = "/".join(part for part in (rule.key, account.school, class_name) if part)
    chat = session.scalar(
        select(Chat).where(Chat.world_id == world.id, Chat.journal == account.journal, Chat.key == key)
    )
    if chat is None:
        title = rule.title.format(class_name=class_name, school=account.school)
        chat = Chat(world_id=world.id, journal=account.journal, key=key, title=title)
        session.add(chat)
        session.flush()
    return chat
