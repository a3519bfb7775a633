"""The chats of the messenger: those that linking makes, those that people make, who is in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from sim_server.domain.calls import leave_calls
from sim_server.domain.chat_rights import CHAT_RIGHTS, NotAllowed
from sim_server.domain.chat_roles import Membership, Roles, people_to_add, roles_of
from sim_server.domain.tables import Chat, ChatMember, ChatMessage, JournalAccount, VkUser
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class ChatRule:
    """A chat that linking makes: for which roles, one per school, class or subject, and its title.

    `title` may hold {class_name}, {subject} and {school}. `kind` says who may do what there; what it is made per if
    nothing else is said.
    """

    key: str
    title: str
    per: str
    roles: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True)
class ListedChat:
    """A line of somebody's list of chats."""

    id: int
    title: str
    unread: int


class NotAMember(LookupError):
    """The person does not take part in that chat, or there is none."""


_UNREAD = (
    select(func.count())
    .where(ChatMessage.chat_id == ChatMember.chat_id, ChatMessage.id > ChatMember.last_read_id)
    .scalar_subquery()
)
LIST = (
    select(Chat.id, Chat.title, _UNREAD)
    .join(ChatMember)
    .where(ChatMember.user_id == bindparam("user_id"))
    .order_by(Chat.id)
)
OF_MEMBER = (
    select(Chat)
    .join(ChatMember)
    .where(Chat.id == bindparam("chat_id"), ChatMember.user_id == bindparam("user_id"))
)


def join_automatic_chats(
    session: Session, world: World, account: JournalAccount, profile_id: int, rules: list[ChatRule]
) -> None:
    """Puts the profile into every chat whose rule names the account's role, making the chats that are missing."""
    for rule in rules:
        if account.role in rule.roles:
            for part in _parts(account, rule.per):
                chat = _automatic_chat(session, world, account, rule, part)
                _join(session, world, chat.id, profile_id)


def leave_automatic_chats(session: Session, world: World, journal: str, profile_id: int) -> None:
    """Takes the profile out of the chats which that journal's linking made, and out of their calls; messages stay."""
    chats = select(Chat.id).where(Chat.world_id == world.id, Chat.journal == journal)
    session.execute(delete(ChatMember).where(ChatMember.user_id == profile_id, ChatMember.chat_id.in_(chats)))
    leave_calls(session, profile_id, chats)


def join_personal_chat(session: Session, world: World, page_id: int, title: str) -> None:
    """Puts a personal page into the world's chat of pages with that title, making it if it is missing."""
    chat = session.scalar(
        select(Chat).where(Chat.world_id == world.id, Chat.kind == "personal", Chat.key == title)
    )
    if chat is None:
        chat = Chat(world_id=world.id, journal=None, key=title, kind="personal", title=title)
        session.add(chat)
        session.flush()
    _join(session, world, chat.id, page_id)


def chats_of(world: World, profile_id: int, journal: str) -> list[Chat]:
    """The chats of that journal which the profile takes part in, oldest first."""
    query = (
        select(Chat)
        .join(ChatMember)
        .where(ChatMember.user_id == profile_id, Chat.journal == journal)
        .order_by(Chat.id)
    )
    with world.database.read() as session:
        return list(session.scalars(query))


def list_chats(world: World, user_id: int) -> list[ListedChat]:
    """Everything that somebody takes part in, oldest first, with what is unread there."""
    return [ListedChat(*row) for row in world.database.look_up_all(LIST, user_id=user_id)]


def membership_of(world: World, user: VkUser, chat_id: int) -> Membership:
    """That chat as one of its members sees it; raises NotAMember."""
    with world.database.read() as session:
        chat = session.scalar(OF_MEMBER, {"chat_id": chat_id, "user_id": user.id})
    if chat is None:
        raise NotAMember
    roles = roles_of(world, user)
    return Membership(user, chat, CHAT_RIGHTS.of(chat.kind, roles.in_journal(chat.journal)))


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


def add_member(world: World, member: Membership, newcomer_id: int) -> None:
    """A member brings in one of the people they can add; raises NotAllowed for anybody else."""
    known = {one.id for one in people_to_add(world, member.user, member.chat.kind)}
    if not member.may.add or newcomer_id not in known:
        raise NotAllowed
    with world.database.write() as session:
        _join(session, world, member.chat.id, newcomer_id)


def create_chat(world: World, maker: VkUser, roles: Roles, title: str, people: Iterable[int]) -> int:
    """Makes a chat of the maker with these people and returns its id; raises NotAllowed for people out of reach."""
    kind, wanted = CHAT_RIGHTS.made_by(roles.all), set(people)
    if kind is None or not wanted <= {one.id for one in people_to_add(world, maker, kind)}:
        raise NotAllowed
    with world.database.write() as session:
        chat = Chat(world_id=world.id, journal=None, key=None, kind=kind, title=title)
        session.add(chat)
        session.flush()
        for user_id in (maker.id, *sorted(wanted)):
            _join(session, world, chat.id, user_id)
        return chat.id


def leave_chat(world: World, member: Membership) -> None:
    """Goes out of the chat and its call; what was written stays for the others. Raises NotAllowed."""
    if not member.may.leave:
        raise NotAllowed
    with world.database.write() as session:
        session.execute(
            delete(ChatMember).where(
                ChatMember.chat_id == member.chat.id, ChatMember.user_id == member.user.id
            )
        )
        leave_calls(session, member.user.id, [member.chat.id])


def _join(session: Session, world: World, chat_id: int, user_id: int) -> None:
    """Lets somebody in who is not there yet; what was written before does not count as unread."""
    if session.get(ChatMember, (chat_id, user_id)) is not None:
        return
    newest = session.scalar(select(func.max(ChatMessage.id)).where(ChatMessage.chat_id == chat_id))
    session.add(ChatMember(world_id=world.id, chat_id=chat_id, user_id=user_id, last_read_id=newest or 0))


def _parts(account: JournalAccount, per: str) -> list[str]:
    """What there is one chat for each of; a chat of the school is one."""
    return {"class": account.class_names, "subject": account.subjects}.get(per, [""])


def _automatic_chat(
    session: Session, world: World, account: JournalAccount, rule: ChatRule, part: str
) -> Chat:
    key = "/".join(word for word in (rule.key, account.school, part) if word)
    chat = session.scalar(
        select(Chat).where(Chat.world_id == world.id, Chat.journal == account.journal, Chat.key == key)
    )
    if chat is None:
        title = rule.title.format(class_name=part, subject=part, school=account.school)
        chat = Chat(
            world_id=world.id, journal=account.journal, key=key, kind=rule.kind or rule.per, title=title
        )
        session.add(chat)
        session.flush()
    return chat
