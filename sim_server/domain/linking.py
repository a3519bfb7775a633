"""Linking a journal's account with a study profile, and taking the link back."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.chats import ChatRule, join_automatic_chats, leave_automatic_chats
from sim_server.domain.tables import JournalAccount, Link, StudyProfile
from sim_server.domain.worlds import World


class ProfileLinkedElsewhere(Exception):
    """The study profile already belongs to another account of this journal."""


class AccountLinkedOtherwise(Exception):
    """The account already has another study profile."""


def profile_linked_to(world: World, account: JournalAccount) -> StudyProfile | None:
    """The study profile that belongs to the account, if it is linked."""
    with world.database.read() as session:
        return session.scalar(
            select(StudyProfile)
            .join(Link, Link.profile_id == StudyProfile.id)
            .where(Link.account_id == account.id)
        )


def link(world: World, account: JournalAccount, profile_id: int, chats: list[ChatRule]) -> None:
    """Links the two and puts the person into the automatic chats; done twice it is done once.

    Raises ProfileLinkedElsewhere or AccountLinkedOtherwise, and then nothing has changed.
    """
    try:
        with world.database.write() as session:
            if not _is_new(session, account, profile_id):
                return
            session.add(
                Link(
                    world_id=world.id,
                    journal=account.journal,
                    account_id=account.id,
                    profile_id=profile_id,
                    linked_at=world.now(),
                )
            )
            join_automatic_chats(session, world, account, profile_id, chats)
            world.log(session, "linked", journal=account.journal, login=account.login, profile=profile_id)
    except IntegrityError as error:  # one profile, one account: that is the database's to hold
        present = profile_linked_to(world, account)
        if present is None or present.id != profile_id:
            raise ProfileLinkedElsewhere from error


def unlink(world: World, account: JournalAccount) -> None:
    """Takes the link back: VK ID, the study profile and what was written in chats stay."""
    with world.database.write() as session:
        profile_id = session.scalar(
            delete(Link).where(Link.account_id == account.id).returning(Link.profile_id)
        )
        if profile_id is None:
            return
        leave_automatic_chats(session, world, account.journal, profile_id)
        world.log(session, "unlinked", journal=account.journal, login=account.login, profile=profile_id)


def _is_new(session: Session, account: JournalAccount, profile_id: int) -> bool:
    present = session.scalar(select(Link).where(Link.account_id == account.id))
    if present is None:
        return True
    if present.profile_id != profile_id:
        raise AccountLinkedOtherwise
    return False
