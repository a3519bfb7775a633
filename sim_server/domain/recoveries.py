"""A forgotten password: what is proven so far, by which way, and the new password at the end.

Which step asks for what, and in which order, is `vk_id`'s.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from sim_server.domain.app_codes import check_app_code
from sim_server.domain.codes import Channel, CodeWrong, check_code, resend_in, send_code
from sim_server.domain.limits import LIMITS
from sim_server.domain.passwords import check_new_password, password_matches
from sim_server.domain.people import Person
from sim_server.domain.sign_outs import sign_out_elsewhere
from sim_server.domain.tables import InteractionRow, PersonRow, RecoveryRow, TrustedFriendRow, VkAccountRow
from sim_server.domain.values import value_of, value_or_none, values_of
from sim_server.domain.vk_accounts import VkAccount, account_of_address, set_password
from sim_server.domain.walks import Walk, note, open_walk, write
from sim_server.domain.worlds import World

OWN_TEXT = "Код {code} для восстановления пароля от VK ID. Никому его не сообщайте."
FRIENDS_TEXT = (
    "{name} восстанавливает пароль от VK ID и доверяет вам. Код {{code}}. "
    "Назовите его, только если вам звонит сам этот человек."
)
FORGOTTEN: dict[str, Any] = {
    "phone": None,
    "vk_account_id": None,
    "phone_proven": False,
    "answers": {},
    "way": None,
    "mail_lost": False,
    "wrong_app_codes": 0,
    "friends_heard": [],
    "way_proven": False,
}


class Way(StrEnum):
    """How a person can confirm that an account is theirs."""

    APP = "app"
    MAIL = "mail"
    FRIENDS = "friends"


class NumberUnknown(LookupError):
    """No VK ID has that number."""


class PasswordAsBefore(ValueError):
    """The new password is the old one."""


@dataclass(frozen=True)
class Recovering(Walk):
    """A recovery together with the account it is about and the friends that account trusts."""

    table: ClassVar = RecoveryRow

    interaction_id: str | None
    phone: str | None
    phone_proven: bool
    way: str | None
    mail_lost: bool
    friends_heard: list[str]
    way_proven: bool
    finished_at: float | None
    first_password: bool
    friends: tuple[Person, ...]

    @property
    def over(self) -> bool:
        """Whether the new password was accepted."""
        return self.finished_at is not None

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways this account has, in the order of the instruction."""
        return tuple(
            way for way, has in HAS_WAY.items() if self.account is not None and has(self, self.account)
        )

    @property
    def waiting_friends(self) -> tuple[Person, ...]:
        """The friends whose code is still to come."""
        return tuple(one for one in self.friends if one.phone not in self.friends_heard)


HAS_WAY: dict[Way, Callable[[Recovering, VkAccount], bool]] = {
    Way.APP: lambda _case, account: account.totp_secret is not None,
    Way.MAIL: lambda _case, account: account.email is not None,
    Way.FRIENDS: lambda case, _account: len(case.friends) >= LIMITS.friends_needed,
}


def begin(world: World, browser: str, interaction_id: str | None) -> str:
    """Open a recovery for this browser, maybe in the middle of a sign-in; return its id."""
    begun = {"id": secrets.token_urlsafe(16), "browser": browser, "interaction_id": interaction_id}
    with world.database.write() as session:
        return world.add(session, RecoveryRow, **begun, created_at=world.now()).id


def load(world: World, recovery_id: str, browser: str) -> Recovering:
    """The recovery with that id, if it was begun in this browser and is not too old; raises WalkUnknown."""
    with world.database.read() as session:
        found = session.get(RecoveryRow, recovery_id)
        row = open_walk(found, world, browser, LIMITS.recovery_lifetime_minutes * 60)
        known = session.get(VkAccountRow, row.vk_account_id) if row.vk_account_id else None
        account = value_or_none(VkAccount, known)
        friends = _friends_of(session, account)
        return value_of(Recovering, row, world=world, account=account, friends=friends)


def take_phone(case: Recovering, phone: str) -> None:
    """Go on with the VK ID of this number; raise NumberUnknown."""
    with case.world.database.write() as session:
        account = account_of_address(session, case.world, phone)
        if account is None:
            raise NumberUnknown
        write(session, case, **{**FORGOTTEN, "phone": phone, "vk_account_id": account.id})


def take_sms_code(case: Recovering, typed: str) -> None:
    """Prove the number, or raise CodeRefused."""
    check_code(case.world, case.purpose, case.phone or "", typed)
    note(case, phone_proven=True)


def choose_way(case: Recovering, way: str) -> None:
    """Want to confirm the account this way; a way the account lacks changes nothing."""
    if way in case.ways:
        note(case, way=way, mail_lost=False)


def take_letter_code(case: Recovering, typed: str) -> None:
    """Confirm the account by the code from the letter, or raise CodeRefused."""
    check_code(case.world, case.purpose, (case.account and case.account.email) or "", typed)
    note(case, way_proven=True)


def take_app_code(case: Recovering, typed: str) -> None:
    """Confirm the account by a code of the generator app, or raise CodeRefused."""
    check_app_code(case, typed)
    note(case, way_proven=True)


def take_friend_code(case: Recovering, friend_id: int, typed: str) -> None:
    """Note that this friend has confirmed, or raise CodeRefused; enough friends confirm the account."""
    friend = next((one for one in case.waiting_friends if one.id == friend_id), None)
    if friend is None:
        raise CodeWrong
    check_code(case.world, case.purpose, friend.phone, typed)
    with case.world.database.write() as session:
        # Two friends may be heard at once, in two tabs.
        row = session.get_one(RecoveryRow, case.id, with_for_update=True)
        row.friends_heard = [*dict.fromkeys([*row.friends_heard, friend.phone])]
        row.way_proven = len(row.friends_heard) >= LIMITS.friends_needed


def take_password(case: Recovering, password: str, *, everywhere_else_out: bool) -> None:
    """Give the account its new password, all at once with what follows from it, and only once.

    Other recoveries of the account are void from then on, and who had typed the old password must type the new one.
    Raises PasswordUnfit or PasswordAsBefore.
    """
    account, world = case.account, case.world
    assert account is not None  # the phone comes first
    if has_password(case, password):
        raise PasswordAsBefore
    check_new_password(password)
    with world.database.write() as session:
        if not _finish(session, case):
            return
        set_password(session, account, password)
        others = RecoveryRow.vk_account_id == account.id, RecoveryRow.id != case.id
        session.execute(delete(RecoveryRow).where(*others))
        begun = InteractionRow.vk_account_id == account.id, InteractionRow.callback.is_(None)
        session.execute(update(InteractionRow).where(*begun).values(password_proven=False))
        if everywhere_else_out:
            sign_out_elsewhere(session, world, account, case.browser)
        world.log(session, "password_recovered", phone=account.phone, signed_out=everywhere_else_out)


def has_password(case: Recovering, password: str) -> bool:
    """Whether this is the account's present password."""
    known = case.account.password_hash if case.account else None
    return known is not None and password_matches(known, password)


def forget_account(case: Recovering) -> None:
    """Start over with another number: «Это не мой аккаунт»."""
    note(case, **FORGOTTEN)


def forget_way(case: Recovering, *, mail_lost: bool = False) -> None:
    """Want to choose the way again; `mail_lost`: because there is no access to the mail."""
    note(case, way=None, mail_lost=mail_lost)


def give_up(case: Recovering) -> None:
    """Leave everything as it was."""
    case.world.database.execute(delete(RecoveryRow).where(RecoveryRow.id == case.id))


def send_awaited(case: Recovering) -> None:
    """Send the codes that the recovery waits for now; raise ResendTooEarly while their countdown runs."""
    for address, channel, text in _awaited(case):
        send_code(case.world, case.purpose, address, channel, text)


def seconds_to_resend(case: Recovering) -> int:
    """How long until the awaited codes may be sent again; 0 when they may."""
    waits = (resend_in(case.world, case.purpose, address) for address, _channel, _text in _awaited(case))
    return max(waits, default=0)


def _awaited(case: Recovering) -> list[tuple[str, Channel, str]]:
    """Which codes go where."""
    account = case.account
    if account is None or case.phone is None:
        return []
    if not case.phone_proven:
        return [(case.phone, Channel.SMS, OWN_TEXT)]
    if case.way == Way.MAIL:
        return [(account.email or "", Channel.LETTER, OWN_TEXT)]
    if case.way == Way.FRIENDS:
        text = FRIENDS_TEXT.format(name=account.full_name)
        return [(friend.phone, Channel.SMS, text) for friend in case.waiting_friends]
    return []


def _finish(session: Session, case: Recovering) -> bool:
    """End the recovery; False if it has ended already."""
    open_one = update(RecoveryRow).where(RecoveryRow.id == case.id, RecoveryRow.finished_at.is_(None))
    values = {
        "finished_at": case.world.now(),
        "first_password": not (case.account and case.account.password_hash),
    }
    ended = session.scalar(open_one.values(**values).returning(RecoveryRow.id))
    return ended is not None


def _friends_of(session: Session, account: VkAccount | None) -> tuple[Person, ...]:
    if account is None:
        return ()
    trusted = select(PersonRow).join(TrustedFriendRow, TrustedFriendRow.person_id == PersonRow.id)
    theirs = trusted.where(TrustedFriendRow.vk_account_id == account.id).order_by(PersonRow.id)
    return tuple(values_of(Person, session.scalars(theirs)))
