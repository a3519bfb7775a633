"""What somebody is to the chats: their roles by their links, whom they can bring in; a membership of one chat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from sim_server.domain.chat_rights import CHAT_RIGHTS, PAGE, UNLINKED, May
from sim_server.domain.tables import (
    ChatMemberRow,
    ChatRow,
    EnrolmentRow,
    JournalAccountRow,
    LinkRow,
    PersonalPageRow,
    StudyProfileRow,
    VkUserRow,
)
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import VkUser
from sim_server.domain.worlds import World


def _of_linked(column: InstrumentedAttribute[str], profile_id: Any) -> Select[str]:
    """This of all journal accounts that the study profile is linked with."""
    linked = select(column).join(LinkRow, LinkRow.account_id == JournalAccountRow.id)
    return linked.where(LinkRow.profile_id == profile_id)


ROLES = _of_linked(JournalAccountRow.role, bindparam("user_id")).distinct()
ROLES_IN_CHAT = ROLES.join(
    EnrolmentRow, and_(EnrolmentRow.profile_id == LinkRow.profile_id, EnrolmentRow.journal == LinkRow.journal)
).where(EnrolmentRow.chat_id == bindparam("chat_id"))


@dataclass(frozen=True)
class Chat:
    """A chat; one that linking made belongs to a journal."""

    id: int
    journal: str | None
    kind: str
    title: str


@dataclass(frozen=True)
class Membership:
    """Somebody in a chat, with what they may do there."""

    user: VkUser
    chat: Chat
    may: May


def roles_of(world: World, user: VkUser) -> frozenset[str]:
    """What somebody is, by all the links of this moment; for a page and for an unlinked profile one word says all."""
    if user.kind == "personal":
        return frozenset({PAGE})
    rows = world.database.look_up_all(ROLES, user_id=user.id)
    return frozenset(row.role for row in rows) or frozenset({UNLINKED})


def roles_in(world: World, user: VkUser, chat: Chat) -> frozenset[str]:
    """What somebody is in a chat that linking made: by the links that they are there by."""
    rows = world.database.look_up_all(ROLES_IN_CHAT, user_id=user.id, chat_id=chat.id)
    return frozenset(row.role for row in rows)


def journals_admitting(user: VkUser, newcomer_id: int, kind: str) -> Select[str]:
    """The journals whose links make that person a schoolmate of somebody, in a role that a chat of that kind admits."""
    return _of_linked(JournalAccountRow.journal, newcomer_id).where(
        JournalAccountRow.school.in_(_of_linked(JournalAccountRow.school, user.id)),
        JournalAccountRow.role.in_(CHAT_RIGHTS.chats[kind].members),
    )


def people_to_add(world: World, user: VkUser, kind: str, part_of_name: str = "") -> list[VkUser]:
    """Whom somebody finds for a chat of that kind, by name, whose name holds the words; not themselves.

    For a study profile these are the linked people of the own schools whose roles the chat admits; for a page, the
    pages it has a chat with.
    """
    query = _acquaintances(user) if user.kind == "personal" else _schoolmates(user)
    with world.database.read() as session:
        rows = session.execute(query.where(VkUserRow.world_id == world.id, VkUserRow.id != user.id)).all()
    words = _folded(part_of_name).split()  # SQLite folds the case of Latin letters only
    found = _admitted(((person, role) for person, role in rows), kind)
    return [one for one in found if all(word in _folded(one.full_name) for word in words)]


def _folded(name: str) -> str:
    """The name as people look for it: whatever the case, and «ё» or «е»."""
    return name.casefold().replace("ё", "е")


def _admitted(rows: Iterable[tuple[VkUserRow, str]], kind: str) -> list[VkUser]:
    people: dict[int, VkUser] = {}
    roles: dict[int, set[str]] = defaultdict(set)
    for person, role in rows:
        people[person.id] = value_of(VkUser, person)
        roles[person.id].add(role)
    admitted = [person for key, person in people.items() if CHAT_RIGHTS.admits(kind, roles[key])]
    return sorted(admitted, key=lambda person: person.full_name)


def _schoolmates(user: VkUser) -> Select[VkUserRow, str]:
    return (
        select(StudyProfileRow, JournalAccountRow.role)
        .join(LinkRow, LinkRow.profile_id == StudyProfileRow.id)
        .join(JournalAccountRow, JournalAccountRow.id == LinkRow.account_id)
        .where(JournalAccountRow.school.in_(_of_linked(JournalAccountRow.school, user.id)))
    )


def _acquaintances(user: VkUser) -> Select[VkUserRow, str]:
    own, theirs = aliased(ChatMemberRow), aliased(ChatMemberRow)
    return (
        select(PersonalPageRow, bindparam("role", PAGE))
        .join(theirs, theirs.user_id == PersonalPageRow.id)
        .join(own, own.chat_id == theirs.chat_id)
        .join(ChatRow, ChatRow.id == own.chat_id)
        .where(own.user_id == user.id, ChatRow.kind == "personal")
        .distinct()
    )
