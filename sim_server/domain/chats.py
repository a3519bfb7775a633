"""The chats of the messenger: those that linking makes, those that people make, who is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, delete, func, select
from sqlalchemy.orm import Session

from sim_server.domain.calls import leave_calls
from sim_server.domain.chat_rights import CHAT_RIGHTS, NotAllowed
from sim_server.domain.chat_roles import (
    Chat,
    Membership,
    journals_admitting,
    people_to_add,
    roles_in,
    roles_of,
)
from sim_server.domain.journal_accounts import JournalAccount
from sim_server.domain.tables import ChatMemberRow, ChatMessageRow, ChatRow, EnrolmentRow
from sim_server.domain.vk_accounts import VkUser, users_by_name
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class ChatRule:
    """A chat that linking makes: for which roles, one per school, class or subject, and its title.

    `title` may hold {class_name}, {subject} and {school}. `kind` says who may do what there; what it is made per if
    nothing else is said. `keeper` is the journal that shares its chat; the account's own if none is named.
    """

    key: str
    title: str
    per: str
    roles: tuple[str, ...]
    kind: str = ""
    keeper: str = ""


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
    .where(ChatMessageRow.chat_id == ChatMemberRow.chat_id, ChatMessageRow.id > ChatMemberRow.last_read_id)
    .scalar_subquery()
)
LIST = (
    select(ChatRow.id, ChatRow.title, _UNREAD)
    .join(ChatMemberRow)
    .where(ChatMemberRow.user_id == bindparam("user_id"))
    .order_by(ChatRow.id)
)
OF_MEMBER = (
    select(ChatRow)
    .join(ChatMemberRow)
    .where(ChatRow.id == bindparam("chat_id"), ChatMemberRow.user_id == bindparam("user_id"))
)


def join_automatic_chats(
    session: Session, world: World, account: JournalAccount, profile_id: int, rules: list[ChatRule]
) -> None:
    """Put the profile into every chat whose rule names the account's role, making the chats that are missing."""
    for chat_id in _automatic_chats(session, world, account, rules):
        _enrol(session, world, chat_id, profile_id, account.journal)


def renew_automatic_chats(
    session: Session, world: World, account: JournalAccount, profile_id: int, rules: list[ChatRule]
) -> None:
    """Take the profile out of the chats that its account has lost, and put it into those it has got.

    What stays is as it was: what was unread there still is.
    """
    own = EnrolmentRow.profile_id == profile_id, EnrolmentRow.journal == account.journal
    lost = set(session.scalars(select(EnrolmentRow.chat_id).where(*own)))
    lost.difference_update(_automatic_chats(session, world, account, rules))
    _leave_automatic_chats(session, profile_id, *own, EnrolmentRow.chat_id.in_(lost))
    join_automatic_chats(session, world, account, profile_id, rules)


def leave_automatic_chats(session: Session, journal: str, profile_id: int) -> None:
    """Take the profile out of the chats it is in by that journal alone; messages stay.

    It ends the calls of all chats of that journal: what the other links make of the person may not attend them.
    """
    _leave_automatic_chats(session, profile_id, EnrolmentRow.journal == journal)


def _leave_automatic_chats(session: Session, profile_id: int, *which: ColumnElement[bool]) -> None:
    own = EnrolmentRow.profile_id == profile_id
    ending = delete(EnrolmentRow).where(own, *which)
    ended = set(session.scalars(ending.returning(EnrolmentRow.chat_id)))
    left = ended.difference(session.scalars(select(EnrolmentRow.chat_id).where(own)))
    _leave(session, profile_id, left)
    leave_calls(session, profile_id, [*ended])


def join_personal_chat(session: Session, world: World, page_id: int, title: str) -> None:
    """Put a personal page into the world's chat of pages with that title, making it if it is missing."""
    chat_id = _found_or_made(session, world, None, title, kind="personal", title=title)
    _join(session, world, chat_id, page_id)


def chats_of(world: World, profile_id: int, journal: str, keeper: str) -> list[Chat]:
    """The keeper's chats which the profile takes part in by that journal, oldest first."""
    own = EnrolmentRow.profile_id == profile_id, EnrolmentRow.journal == journal, ChatRow.journal == keeper
    return world.database.values(Chat, select(ChatRow).join(EnrolmentRow).where(*own).order_by(ChatRow.id))


def list_chats(world: World, user_id: int) -> list[ListedChat]:
    """Everything that somebody takes part in, oldest first, with what is unread there."""
    return [ListedChat(*row) for row in world.database.look_up_all(LIST, user_id=user_id)]


def membership_of(world: World, user: VkUser, chat_id: int) -> Membership:
    """That chat as one of its members sees it; raises NotAMember."""
    chat = world.database.value(Chat, OF_MEMBER, chat_id=chat_id, user_id=user.id)
    if chat is None:
        raise NotAMember
    roles = roles_of(world, user) if chat.journal is None else roles_in(world, user, chat)
    return Membership(user, chat, CHAT_RIGHTS.of(chat.kind, roles))


def members_of(world: World, chat: Chat) -> list[VkUser]:
    """Who takes part in the chat, by name."""
    return users_by_name(world, select(ChatMemberRow.user_id).where(ChatMemberRow.chat_id == chat.id))


def add_member(world: World, member: Membership, newcomer_id: int) -> None:
    """A member brings in one of the people they can add; raises NotAllowed for anybody else.

    In a chat that linking made the newcomer is by the journals whose links admit them, and no longer.
    """
    chat, known = member.chat, {one.id for one in people_to_add(world, member.user, member.chat.kind)}
    if not member.may.add or newcomer_id not in known:
        raise NotAllowed
    with world.database.write() as session:
        if chat.journal is None:
            _join(session, world, chat.id, newcomer_id)
        else:
            for journal in session.scalars(journals_admitting(member.user, newcomer_id, chat.kind)).all():
                _enrol(session, world, chat.id, newcomer_id, journal)


def create_chat(world: World, maker: VkUser, roles: frozenset[str], title: str, people: Iterable[int]) -> int:
    """Make a chat of the maker with these people and return its id; raise NotAllowed for people out of reach."""
    kind, wanted = CHAT_RIGHTS.made_by(roles), set(people)
    if kind is None or not wanted <= {one.id for one in people_to_add(world, maker, kind)}:
        raise NotAllowed
    with world.database.write() as session:
        chat_id = world.add(session, ChatRow, kind=kind, title=title).id
        for user_id in (maker.id, *sorted(wanted)):
            _join(session, world, chat_id, user_id)
        return chat_id


def leave_chat(world: World, member: Membership) -> None:
    """Go out of the chat and its call; what was written stays for the others. Raises NotAllowed."""
    if not member.may.leave:
        raise NotAllowed
    with world.database.write() as session:
        _leave(session, member.user.id, [member.chat.id])
        leave_calls(session, member.user.id, [member.chat.id])


def _join(session: Session, world: World, chat_id: int, user_id: int) -> None:
    """Let somebody in who is not there yet; what was written before does not count as unread."""
    if session.get(ChatMemberRow, (chat_id, user_id)) is not None:
        return
    newest = session.scalar(select(func.max(ChatMessageRow.id)).where(ChatMessageRow.chat_id == chat_id))
    session.add(ChatMemberRow(world_id=world.id, chat_id=chat_id, user_id=user_id, last_read_id=newest or 0))


def _leave(session: Session, user_id: int, chats: Iterable[int]) -> None:
    there = ChatMemberRow.user_id == user_id, ChatMemberRow.chat_id.in_(chats)
    session.execute(delete(ChatMemberRow).where(*there))


def _enrol(session: Session, world: World, chat_id: int, profile_id: int, journal: str) -> None:
    """Let the profile in by that journal's link."""
    _join(session, world, chat_id, profile_id)
    session.merge(EnrolmentRow(world_id=world.id, chat_id=chat_id, profile_id=profile_id, journal=journal))


def _parts(account: JournalAccount, per: str) -> Sequence[str]:
    """What there is one chat for each of; a chat of the school is one."""
    return {"class": account.class_names, "subject": account.subjects}.get(per, [""])


def _automatic_chats(
    session: Session, world: World, account: JournalAccount, rules: list[ChatRule]
) -> Iterator[int]:
    """Yield the chats whose rules name the account's role, made where they are missing."""
    for rule in rules:
        if account.role in rule.roles:
            for part in _parts(account, rule.per):
                yield _automatic_chat(session, world, account, rule, part)


def _automatic_chat(
    session: Session, world: World, account: JournalAccount, rule: ChatRule, part: str
) -> int:
    key = "/".join(word for word in (rule.key, account.school, part) if word)
    keeper = rule.keeper or account.journal
    title = rule.title.format(class_name=part, subject=part, school=account.school)
    return _found_or_made(session, world, keeper, key, kind=rule.kind or rule.per, title=title)


def _found_or_made(session: Session, world: World, journal: str | None, key: str, **columns: str) -> int:
    same = ChatRow.world_id == world.id, ChatRow.journal == journal, ChatRow.key == key
    present = session.scalar(select(ChatRow.id).where(*same))
    return present or world.add(session, ChatRow, journal=journal, key=key, **columns).id
