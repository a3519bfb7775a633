"""VK ID accounts and their study profiles: finding, signing in by password, registering."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.letters import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.passwords import hash_password, password_matches
from sim_server.domain.tables import PersonalPage, StudyProfile, VkAccount
from sim_server.domain.worlds import World


class PasswordWrong(Exception):
    """Not this account's password."""


class PhoneTaken(Exception):
    """Another VK ID has that number."""


class SignInLocked(Exception):
    """Too many wrong passwords: not even the right one opens for some hours."""


def account_of_phone(session: Session, world: World, phone: str) -> VkAccount | None:
    """The VK ID registered with the number, if there is one."""
    return session.scalar(select(VkAccount).where(VkAccount.world_id == world.id, VkAccount.phone == phone))


def account_of_email(session: Session, world: World, email: str) -> VkAccount | None:
    """The VK ID registered with the address, if there is one."""
    return session.scalar(select(VkAccount).where(VkAccount.world_id == world.id, VkAccount.email == email))


def account_of_address(session: Session, world: World, address: str) -> VkAccount | None:
    """The VK ID registered with the phone or the e-mail address."""
    return (account_of_email if is_email(address) else account_of_phone)(session, world, address)


def profile_of(session: Session, account: VkAccount | None) -> StudyProfile | None:
    """The account's study profile, if it has one."""
    if account is None:
        return None
    return session.scalar(select(StudyProfile).where(StudyProfile.vk_account_id == account.id))


def page_of(session: Session, account: VkAccount) -> PersonalPage | None:
    """The account's page ВКонтакте, if it has one."""
    return session.scalar(select(PersonalPage).where(PersonalPage.vk_account_id == account.id))


def check_password(world: World, account: VkAccount, typed: str) -> None:
    """Returns if the password is right; otherwise counts the failure and raises PasswordWrong or SignInLocked."""
    if account.locked_until > world.now():
        raise SignInLocked
    if account.password_hash is not None and password_matches(account.password_hash, typed):
        _set(world, account, wrong_passwords=0)
        return
    _set(world, account, wrong_passwords=VkAccount.wrong_passwords + 1)
    if account.wrong_passwords + 1 >= LIMITS.wrong_passwords:
        _set(world, account, wrong_passwords=0, locked_until=world.now() + LIMITS.lock_out_hours * 3600)
        raise SignInLocked
    raise PasswordWrong


def set_password(session: Session, account: VkAccount, password: str) -> None:
    """Gives the account a new password and lifts a lock-out."""
    values = {"password_hash": hash_password(password), "wrong_passwords": 0, "locked_until": 0.0}
    session.execute(update(VkAccount).where(VkAccount.id == account.id).values(**values))


def register_account(session: Session, world: World, address: str, particulars: dict[str, Any]) -> VkAccount:
    """Makes a VK ID without a password: the phone or the e-mail address is proven by a code."""
    kind = "email" if is_email(address) else "phone"
    account = VkAccount(world_id=world.id, password_hash=None, **{kind: address}, **particulars)
    session.add(account)
    session.flush()
    world.log(session, "vk_id_registered", **{kind: address})
    return account


def change_phone(world: World, account: VkAccount, phone: str) -> None:
    """Gives the VK ID another number, or its first one; the old one is free. Raises PhoneTaken."""
    try:
        with world.database.write() as session:
            session.execute(update(VkAccount).where(VkAccount.id == account.id).values(phone=phone))
            world.log(session, "phone_changed", before=account.phone, after=phone)
    except IntegrityError as error:  # one number, one VK ID: that is the database's to hold
        raise PhoneTaken from error


def make_profile(
    session: Session, world: World, account: VkAccount, particulars: dict[str, Any]
) -> StudyProfile:
    """Makes the account's study profile."""
    profile = StudyProfile(world_id=world.id, vk_account_id=account.id, **particulars)
    session.add(profile)
    session.flush()
    world.log(session, "study_profile_created", profile=profile.id)
    return profile


def _set(world: World, account: VkAccount, **values: Any) -> None:
    with world.database.write() as session:
        session.execute(update(VkAccount).where(VkAccount.id == account.id).values(**values))
