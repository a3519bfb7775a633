"""The people's accounts in journals: finding them, signing in by password, their settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from sim_server.domain.passwords import password_matches
from sim_server.domain.tables import JournalAccountRow, PersonRow
from sim_server.domain.values import value_or_none
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class JournalAccount:
    """A person's account in a journal; `severed` is why VK ID took its last link back."""

    id: int
    journal: str
    login: str
    password_hash: str
    role: str
    full_name: str
    school: str
    class_names: Sequence[str]
    subjects: Sequence[str]
    automatic_sign_in: bool
    severed: str | None

    @property
    def classes(self) -> str:
        """The classes as they are printed."""
        return ", ".join(self.class_names)


def account_by_password(world: World, journal: str, login: str, password: str) -> JournalAccount | None:
    """The journal's account with that login and password."""
    account = world.database.value(JournalAccount, _of_login(world, journal, login))
    return account if account and password_matches(account.password_hash, password) else None


def account_by_id(world: World, account_id: int) -> JournalAccount | None:
    """The world's journal account with that id."""
    own = JournalAccountRow.id == account_id, JournalAccountRow.world_id == world.id
    return world.database.value(JournalAccount, select(JournalAccountRow).where(*own))


def phone_of_account(world: World, account: JournalAccount) -> str:
    """The phone of the person whose account it is: the journal has it from the school."""
    owner = select(PersonRow.phone).join(JournalAccountRow, JournalAccountRow.person_id == PersonRow.id)
    with world.database.read() as session:
        return session.scalars(owner.where(JournalAccountRow.id == account.id)).one()


def account_by_login(session: Session, world: World, journal: str, login: str) -> JournalAccount | None:
    """The journal's account with that login."""
    return value_or_none(JournalAccount, session.scalar(_of_login(world, journal, login)))


def set_automatic_sign_in(world: World, account: JournalAccount, wanted: bool) -> None:
    """Switch the automatic sign-in from the person's own devices."""
    own = update(JournalAccountRow).where(JournalAccountRow.id == account.id)
    world.database.execute(own.values(automatic_sign_in=wanted))


def _of_login(world: World, journal: str, login: str) -> Select[JournalAccountRow]:
    named = JournalAccountRow.journal == journal, JournalAccountRow.login == login
    return select(JournalAccountRow).where(JournalAccountRow.world_id == world.id, *named)
