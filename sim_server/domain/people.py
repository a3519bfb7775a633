"""The people of a world and their accounts, put there before a scenario begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field, StrictBool
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.chats import ChatRule, join_personal_chat
from sim_server.domain.journal_accounts import JournalAccount
from sim_server.domain.linking import add_link
from sim_server.domain.particulars import PARTICULARS, Particulars
from sim_server.domain.passwords import hash_password
from sim_server.domain.phones import parse_phone
from sim_server.domain.tables import (
    JournalAccountRow,
    PersonalPageRow,
    PersonRow,
    StudyProfileRow,
    TrustedFriendRow,
    VkAccountRow,
)
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import account_of_address
from sim_server.domain.worlds import World, WorldUnknown, is_there
from sim_server.toml_file import Table


@dataclass(frozen=True)
class Person(Particulars):
    """An invented human being with a phone."""

    id: int
    phone: str


class AccountData(Table):
    """An account in a journal, in plain words."""

    journal: str
    login: str
    password: str
    role: str = "teacher"
    school: str
    class_names: list[str] = []
    subjects: list[str] = []
    linked: StrictBool = False


class OwnParticulars(Table):
    """Particulars that differ from the person's; what is left out is the person's."""

    last_name: str | None = None
    first_name: str | None = None
    middle_name: str | None = None
    birth_date: date | None = None
    sex: str | None = None


class VkIdData(OwnParticulars):
    """A VK ID; without a password it is one that was registered by a code alone."""

    password: str | None = None
    email: str | None = None
    totp_secret: str | None = Field(
        None, pattern="^[A-Z2-7]{32,}$", description="base32: what the person's generator app was set up with"
    )
    trusted_friends: list[str] = Field([], description="keys of people in the same world")


class PageData(OwnParticulars):
    """A personal page ВКонтакте, and the titles of its chats: pages with one title are in one chat."""

    chats: list[str] = []


class PersonData(Table):
    """A person with everything that is theirs before the scenario begins."""

    key: str
    last_name: str
    first_name: str
    middle_name: str
    birth_date: date
    sex: str = Field(pattern="^(female|male)$")
    phone: str
    journal_accounts: list[AccountData] = []
    vk_id: VkIdData | None = None
    study_profile: OwnParticulars | None = None
    page: PageData | None = None


class PeopleConflict(Exception):
    """Two people share what only one can have."""


class ProfileWithoutOwner(Exception):
    """A study profile or a page without a VK ID, or a link without a study profile."""


class FriendUnknown(LookupError):
    """A trusted friend who is not in the world."""


class JournalUnknown(LookupError):
    """An account in a journal that does not exist."""


def person_by_phone(world: World, phone: str | None) -> Person | None:
    """The first of the world's people who has that phone."""
    query = select(PersonRow).where(PersonRow.world_id == world.id, PersonRow.phone == phone)
    return world.database.value(Person, query.order_by(PersonRow.id).limit(1))


def add_people(world: World, people: list[PersonData], chats: dict[str, list[ChatRule]]) -> None:
    """Put the people into the world in one transaction.

    `chats` names every journal, with the chats a linked account of it is in. Raises PeopleConflict,
    ProfileWithoutOwner, JournalUnknown, FriendUnknown or PhoneMalformed, and then nobody is there.
    """
    try:
        with world.database.write() as session:
            for person in people:
                _add_person(session, world, person, chats)
            for person in people:
                _add_trusted_friends(session, world, person)
    except IntegrityError as error:
        raise (PeopleConflict if is_there(world) else WorldUnknown) from error


def _add_person(session: Session, world: World, data: PersonData, chats: dict[str, list[ChatRule]]) -> None:
    phone = parse_phone(data.phone)
    own = {name: getattr(data, name) for name in PARTICULARS}
    person = world.add(session, PersonRow, key=data.key, phone=phone, **own)
    profile_id = _add_vk_id(session, world, data, phone, own)
    for account in data.journal_accounts:
        if account.journal not in chats:
            raise JournalUnknown
        _add_account(session, world, value_of(Person, person), account, profile_id, chats[account.journal])


def _add_vk_id(
    session: Session, world: World, data: PersonData, phone: str, own: dict[str, Any]
) -> int | None:
    """Add the VK ID with all it can be, and return the id of its study profile, if it has one."""
    if data.vk_id is None:
        if data.study_profile is not None or data.page is not None:
            raise ProfileWithoutOwner
        return None
    account = world.add(
        session,
        VkAccountRow,
        phone=phone,
        email=data.vk_id.email,
        password_hash=hash_password(data.vk_id.password) if data.vk_id.password else None,
        totp_secret=data.vk_id.totp_secret,
        **_merged(own, data.vk_id),
    )
    if data.page is not None:
        _add_page(session, world, account.id, _merged(_merged(own, data.vk_id), data.page), data.page.chats)
    if data.study_profile is None:
        return None
    differing = _merged(own, data.study_profile)
    return world.add(session, StudyProfileRow, vk_account_id=account.id, **differing).id


def _add_page(
    session: Session, world: World, account_id: int, particulars: dict[str, Any], chats: list[str]
) -> None:
    page = world.add(session, PersonalPageRow, vk_account_id=account_id, **particulars)
    for title in chats:
        join_personal_chat(session, world, page.id, title)


def _add_trusted_friends(session: Session, world: World, data: PersonData) -> None:
    """Note whom the person trusts; all people of the call are there by now, in whatever order they came."""
    if data.vk_id is None or not data.vk_id.trusted_friends:
        return
    account = account_of_address(session, world, parse_phone(data.phone))
    for key in data.vk_id.trusted_friends:
        named = PersonRow.world_id == world.id, PersonRow.key == key
        friend = session.scalar(select(PersonRow).where(*named).limit(1))
        if account is None or friend is None:
            raise FriendUnknown
        world.add(session, TrustedFriendRow, vk_account_id=account.id, person_id=friend.id)


def _add_account(
    session: Session,
    world: World,
    person: Person,
    data: AccountData,
    profile_id: int | None,
    chats: list[ChatRule],
) -> None:
    account = world.add(
        session,
        JournalAccountRow,
        person_id=person.id,
        full_name=person.full_name,
        password_hash=hash_password(data.password),
        **data.model_dump(exclude={"password", "linked"}),
    )
    if not data.linked:
        return
    if profile_id is None:
        raise ProfileWithoutOwner
    add_link(session, world, value_of(JournalAccount, account), profile_id, chats)


def _merged(own: dict[str, Any], differing: OwnParticulars) -> dict[str, Any]:
    return {name: getattr(differing, name) or value for name, value in own.items()}
