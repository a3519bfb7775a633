"""VK ID accounts and their study profiles: finding, signing in by password, registering."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.letters import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.passwords import hash_password, password_matches
from sim_server.domain.tables import PersonalPageRow, StudyProfileRow, VkAccountRow
from sim_server.domain.worlds import World


class PasswordWrong(Exception):
    """Not this account's password."""


class PhoneTaken(Exception):
    """Another VK ID has that number."""


class SignInLocked(Exception):
    """Too many wrong passwords: not even the right one opens for some hours."""


def account_of_phone(session: Session, world: World, phone: str) -> VkAccountRow | None:
    """The VK ID registered with the number, if there is one."""
    return session.scalar(
        select(VkAccountRow).where(VkAccountRow.world_id == world.id, VkAccountRow.phone == phone)
    )


def account_of_email(session: Session, world: World, email: str) -> VkAccountRow | None:
    """The VK ID registered with the address, if there is one."""
    return session.scalar(
        select(VkAccountRow).where(VkAccountRow.world_id == world.id, VkAccountRow.email == email)
    )


def account_of_address(session: Session, world: World, address: str) -> VkAccountRow | None:
    """The VK ID registered with the phone or the e-mail address."""
    return (account_of_email if is_email(address) else account_of_phone)(session, world, address)


def profile_of(session: Session, account: VkAccountRow | None) -> StudyProfileRow | None:
    """The account's study profile, if it has one."""
    if account is None:
        return None
    return session.scalar(select(StudyProfileRow).where(StudyProfileRow.vk_account_id == account.id))


def page_of(session: Session, account: VkAccountRow) -> PersonalPageRow | None:
    """The account's page ВКонтакте, if it has one."""
    return session.scalar(select(PersonalPageRow).where(PersonalPageRow.vk_account_id == account.id))


def check_password(world: World, account: VkAccountRow, typed: str) -> None:
    """Returns if the password is right; otherwise counts the failure and raises PasswordWrong or SignInLocked."""
    if account.locked_until > world.now():
        raise SignInLocked
    if account.password_hash is not None and password_matches(account.password_hash, typed):
        _set(world, account, wrong_passwords=0)
        return
    _set(world, account, wrong_passwords=VkAccountRow.wrong_passwords + 1)
    if account.wrong_passwords + 1 >= LIMITS.wrong_passwords:
        _set(world, account, wrong_passwords=0, locked_until=world.now() + LIMITS.lock_out_hours * 3600)
        raise SignInLocked
    raise PasswordWrong


def set_password(session: Session, account: VkAccountRow, password: str) -> None:
    """Gives the account a new password and lifts a lock-out."""
    values = {"password_hash": hash_password(password), "wrong_passwords": 0, "locked_until": 0.0}
    session.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(**values))


def register_account(
    session: Session, world: World, address: str, particulars: dict[str, Any]
) -> VkAccountRow:
    """Makes a VK ID without a password: the phone or the e-mail address is proven by a code."""
    kind = "email" if is_email(address) else "phone"
    account = VkAccountRow(world_id=world.id, password_hash=None, **{kind: address}, **particulars)
    session.add(account)
    session.flush()
    world.log(session, "vk_id_registered", **{kind: address})
    return account


def change_phone(world: World, account: VkAccountRow, phone: str) -> None:
    """Gives the VK ID another number, or its first one; the old one is free. Raises PhoneTaken."""
    try:
        with world.database.write() as session:
            session.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(phone=phone))
            world.log(session, "phone_changed", before=account.phone, after=phone)
    except IntegrityError as error:  # one number, one VK ID: that is the database's to hold
        raise PhoneTaken from error


def make_profile(
    session: Session, world: World, account: VkAccountRow, particulars: dict[str, Any]
) -> StudyProfileRow:
    """Makes the account's study profile."""
    profile = StudyProfileRow(world_id=world.id, vk_account_id=account.id, **particulars)
    session.add(profile)
    session.flush()
    world.log(session, "study_profile_created", profile=profile.id)
    return profile


def _set(world: World, account: VkAccountRow, **values: Any) -> None:
    with world.database.write() as session:
        session.execute(update(VkAccountRow).where(VkAccountRow.id == account.id).values(**values))
