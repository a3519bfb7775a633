"""VK ID accounts and who they can be: finding, signing in by password, registering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, case, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.emails import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.numbers import number_of
from sim_server.domain.particulars import Particulars
from sim_server.domain.passwords import hash_password, password_matches
from sim_server.domain.tables import StudyProfileRow, VkAccountRow, VkUserRow
from sim_server.domain.values import value_of, value_or_none
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class VkAccount(Particulars):
    """A VK ID."""

    id: int
    phone: str | None
    email: str | None
    password_hash: str | None
    wrong_passwords: int
    locked_until: float
    totp_secret: str | None


@dataclass(frozen=True)
class VkUser(Particulars):
    """Somebody a VK ID can be in the messenger: its study profile or its personal page, by `kind`."""

    id: int
    vk_account_id: int
    kind: str


class StudyProfile(VkUser):
    """The study profile (учебный профиль Сферум) of a VK ID."""


OWN_ACCOUNT = select(VkUserRow.vk_account_id).where(VkUserRow.id == bindparam("user_id")).scalar_subquery()
IDENTITIES = select(VkUserRow).where(VkUserRow.vk_account_id == OWN_ACCOUNT)


@dataclass(frozen=True)
class _Attempt:
    """What a typed password is held against, and whether a wrong one locks."""

    password_hash: str | None
    is_last: bool


class PasswordWrong(Exception):
    """Not this account's password."""


class PhoneTaken(Exception):
    """Another VK ID has that number."""


class SignInLocked(Exception):
    """Too many wrong passwords: not even the right one opens for some hours."""


def account_of_address(session: Session, world: World, address: str) -> VkAccount | None:
    """The VK ID registered with the phone or the e-mail address, if there is one."""
    own = (VkAccountRow.email if is_email(address) else VkAccountRow.phone) == address
    return value_or_none(VkAccount, session.scalar(_accounts(world).where(own)))


def vk_account_by_id(world: World, account_id: int) -> VkAccount | None:
    """The world's VK ID with that id."""
    return world.database.value(VkAccount, _accounts(world).where(VkAccountRow.id == account_id))


def vk_account_by_phone(world: World, phone: str) -> VkAccount | None:
    """The world's VK ID with that number."""
    return world.database.value(VkAccount, _accounts(world).where(VkAccountRow.phone == phone))


def profile_of(session: Session, account: VkAccount | None) -> StudyProfile | None:
    """The account's study profile, if it has one."""
    if account is None:
        return None
    query = select(StudyProfileRow).where(StudyProfileRow.vk_account_id == account.id)
    return value_or_none(StudyProfile, session.scalar(query))


def vk_user_of(world: World, account: VkAccount, kind: str) -> VkUser | None:
    """The account's study profile ("study") or personal page ("personal"), if it has one."""
    query = select(VkUserRow).where(VkUserRow.vk_account_id == account.id, VkUserRow.kind == kind)
    return world.database.value(VkUser, query)


def owner_of(world: World, user_id: int) -> int:
    """The id of the VK ID that can be that study profile or personal page."""
    found = world.database.look_up(select(VkUserRow.vk_account_id).where(VkUserRow.id == user_id))
    assert found is not None
    return int(found.vk_account_id)


def identities_of(world: World, user_id: int) -> list[VkUser]:
    """All that the VK ID of that study profile or personal page can be, itself among them."""
    return world.database.values(VkUser, IDENTITIES, user_id=user_id)


def users_by_name(world: World, ids: Select[int]) -> list[VkUser]:
    """Those whose ids are found so, in the order of their names."""
    query = select(VkUserRow).where(VkUserRow.id.in_(ids)).order_by(VkUserRow.last_name, VkUserRow.first_name)
    return world.database.values(VkUser, query)


def check_password(world: World, account: VkAccount, typed: str) -> None:
    """Return if the password is right; otherwise raise PasswordWrong or SignInLocked.

    An attempt is counted before it is judged, so that many at once are no more than one after the other.
    """
    attempt = _count_attempt(world, account)
    if attempt is None or number_of(account.phone).password_closed:
        raise SignInLocked
    if attempt.password_hash is None or not password_matches(attempt.password_hash, typed):
        raise SignInLocked if attempt.is_last else PasswordWrong
    _set(world, account, wrong_passwords=0, **({"locked_until": 0.0} if attempt.is_last else {}))


def set_password(session: Session, account: VkAccount, password: str) -> None:
    """Give the account a new password and lifts a lock-out."""
    values = {"password_hash": hash_password(password), "wrong_passwords": 0, "locked_until": 0.0}
    session.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(**values))


def register_account(session: Session, world: World, address: str, particulars: dict[str, Any]) -> VkAccount:
    """Make a VK ID without a password: the phone or the e-mail address is proven by a code."""
    kind = "email" if is_email(address) else "phone"
    account = world.add(session, VkAccountRow, **{kind: address}, **particulars)
    world.log(session, "vk_id_registered", **{kind: address})
    return value_of(VkAccount, account)


def change_phone(world: World, account: VkAccount, phone: str) -> None:
    """Give the VK ID another number, or its first one; the old one is free. Raises PhoneTaken."""
    try:
        with world.database.write() as session:
            session.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(phone=phone))
            world.log(session, "phone_changed", before=account.phone, after=phone)
    except IntegrityError as error:  # one number, one VK ID: that is the database's to hold
        raise PhoneTaken from error


def make_profile(
    session: Session, world: World, account: VkAccount, particulars: dict[str, Any]
) -> StudyProfile:
    """Make the account's study profile."""
    profile = world.add(session, StudyProfileRow, vk_account_id=account.id, **particulars)
    world.log(session, "study_profile_created", profile=profile.id)
    return value_of(StudyProfile, profile)


def _count_attempt(world: World, account: VkAccount) -> _Attempt | None:
    """Count one more; the last one locks, unless it turns out right. None while the account is locked."""
    counted = VkAccountRow.wrong_passwords + 1
    is_last, until = counted >= LIMITS.wrong_passwords, world.now() + LIMITS.lock_out_hours * 3600
    counting = (
        update(VkAccountRow)
        .where(VkAccountRow.id == account.id, VkAccountRow.locked_until <= world.now())
        .values(
            wrong_passwords=case((is_last, 0), else_=counted),
            locked_until=case((is_last, until), else_=VkAccountRow.locked_until),
        )
        .returning(VkAccountRow.password_hash, VkAccountRow.wrong_passwords)
    )
    with world.database.write() as session:
        found = session.execute(counting).first()
    return found and _Attempt(found.password_hash, found.wrong_passwords == 0)


def _accounts(world: World) -> Select[VkAccountRow]:
    return select(VkAccountRow).where(VkAccountRow.world_id == world.id)


def _set(world: World, account: VkAccount, **values: Any) -> None:
    world.database.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(**values))
