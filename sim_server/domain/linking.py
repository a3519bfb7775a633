"""Linking a journal's account with a study profile, and taking the link back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.chats import ChatRule, join_automatic_chats, leave_automatic_chats
from sim_server.domain.journal_accounts import JournalAccount
from sim_server.domain.tables import JournalAccountRow, LinkRow, StudyProfileRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import StudyProfile
from sim_server.domain.worlds import World


class ProfileLinkedElsewhere(Exception):
    """The study profile already belongs to another account of this journal."""


class AccountLinkedOtherwise(Exception):
    """The account already has another study profile."""


def profile_linked_to(world: World, account: JournalAccount) -> StudyProfile | None:
    """The study profile that belongs to the account, if it is linked."""
    query = select(StudyProfileRow).join(LinkRow, LinkRow.profile_id == StudyProfileRow.id)
    query = query.where(LinkRow.account_id == account.id)
    return world.database.value(StudyProfile, query)


@dataclass(frozen=True)
class Link:
    """A journal's account and the study profile that belongs to it."""

    journal: str
    login: str
    profile: StudyProfile
    linked_at: float


def links_in(world: World) -> list[Link]:
    """All links of the world, oldest first."""
    query = (
        select(LinkRow.journal, JournalAccountRow.login, StudyProfileRow, LinkRow.linked_at)
        .join(JournalAccountRow, JournalAccountRow.id == LinkRow.account_id)
        .join(StudyProfileRow, StudyProfileRow.id == LinkRow.profile_id)
        .where(LinkRow.world_id == world.id)
        .order_by(LinkRow.id)
    )
    with world.database.read() as session:
        return [
            Link(journal, login, value_of(StudyProfile, profile), linked_at)
            for journal, login, profile, linked_at in session.execute(query)
        ]


class Severance(StrEnum):
    """Why VK ID, and not the journal, took a link back."""

    DISCONNECTED = "disconnected"
    DELETED = "deleted"


def link(
    world: World,
    account: JournalAccount,
    profile_id: int,
    chats: list[ChatRule],
    particulars: dict[str, Any] | None = None,
) -> None:
    """Link the two and put the person into the automatic chats; done twice it is done once.

    From now on the study profile is called what its person typed on the way (`particulars`): not earlier, so a
    link that is refused renames nobody. Raises ProfileLinkedElsewhere
    or AccountLinkedOtherwise, and then nothing has changed.
    """
    try:
        with world.database.write() as session:
            if not _is_new(session, account, profile_id):
                return
            add_link(session, world, account, profile_id, chats)
            _set(session, account.id, severed=None)
            _rename(session, profile_id, particulars or {})
            world.log(session, "linked", journal=account.journal, login=account.login, profile=profile_id)
    except IntegrityError as error:  # one profile, one account: that is the database's to hold
        present = profile_linked_to(world, account)
        if present is None or present.id != profile_id:
            raise ProfileLinkedElsewhere from error


def add_link(
    session: Session, world: World, account: JournalAccount, profile_id: int, chats: list[ChatRule]
) -> None:
    """Note that the two belong together, and put the profile into the automatic chats."""
    pair = {"journal": account.journal, "account_id": account.id, "profile_id": profile_id}
    world.add(session, LinkRow, **pair, linked_at=world.now())
    join_automatic_chats(session, world, account, profile_id, chats)


def unlink(world: World, account: JournalAccount) -> None:
    """Take the link back: VK ID, the study profile and what was written in chats stay."""
    with world.database.write() as session:
        profile_id = session.scalar(
            delete(LinkRow).where(LinkRow.account_id == account.id).returning(LinkRow.profile_id)
        )
        if profile_id is None:
            return
        leave_automatic_chats(session, account.journal, profile_id)
        world.log(session, "unlinked", journal=account.journal, login=account.login, profile=profile_id)


def sever(session: Session, world: World, links: Iterable[LinkRow], why: Severance) -> None:
    """Take links back from VK ID's side; their journals remember why, until the account is linked anew."""
    for one in links:
        account = session.get_one(JournalAccountRow, one.account_id)
        _set(session, account.id, severed=why)
        leave_automatic_chats(session, one.journal, one.profile_id)
        world.log(session, "severed", journal=one.journal, login=account.login, why=why)
        session.delete(one)


def links_of(session: Session, profile_id: int) -> list[LinkRow]:
    """Every link of the study profile, oldest first."""
    return list(session.scalars(select(LinkRow).where(LinkRow.profile_id == profile_id).order_by(LinkRow.id)))


def _set(session: Session, account_id: int, **values: Any) -> None:
    session.execute(update(JournalAccountRow).where(JournalAccountRow.id == account_id).values(**values))


def _rename(session: Session, profile_id: int, particulars: dict[str, Any]) -> None:
    if particulars:
        session.execute(update(StudyProfileRow).where(StudyProfileRow.id == profile_id).values(**particulars))


def _is_new(session: Session, account: JournalAccount, profile_id: int) -> bool:
    present = session.scalar(select(LinkRow).where(LinkRow.account_id == account.id))
    if present is None:
        return True
    if present.profile_id != profile_id:
        raise AccountLinkedOtherwise
    return False
