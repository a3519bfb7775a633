"""A person's sign-in at VK ID for a client: begun, and what is proven and said so far.

Which screens ask for it, and in which order, is `vk_id`'s; how it ends stands in `sign_in_ends`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from sim_server.domain.codes import Channel, check_code, send_code
from sim_server.domain.emails import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import InteractionRow, StudyProfileRow, VkAccountRow
from sim_server.domain.values import value_of, value_or_none
from sim_server.domain.vk_accounts import (
    StudyProfile,
    VkAccount,
    account_of_address,
    check_password,
    profile_of,
)
from sim_server.domain.walks import Walk, note, open_walk, write
from sim_server.domain.worlds import World

FORGOTTEN: dict[str, Any] = {
    "given_address": None,
    "vk_account_id": None,
    "situation": None,
    "password_proven": False,
    "forgotten": False,
    "phone_proven": False,
    "answers": {},
}

# A sign-in with its person, if one is known, by a single question.
WITH_PERSON = (
    select(InteractionRow, VkAccountRow, StudyProfileRow)
    .outerjoin(VkAccountRow, VkAccountRow.id == InteractionRow.vk_account_id)
    .outerjoin(StudyProfileRow, StudyProfileRow.vk_account_id == VkAccountRow.id)
    .where(InteractionRow.id == bindparam("id"))
)


class Situation(StrEnum):
    """What VK ID knows of the person who signs in."""

    REMEMBERED_WITH_PROFILE = "remembered_with_profile"
    REMEMBERED_WITHOUT_PROFILE = "remembered_without_profile"
    WITH_PROFILE = "with_profile"
    WITH_VK_ID = "with_vk_id"
    WITHOUT_VK_ID = "without_vk_id"


class EmailUnknown(LookupError):
    """No VK ID has that address."""


class Asking(Protocol):
    """What a sign-in has to know of the client that asks for it."""

    id: str
    needs_profile: bool
    email_allowed: bool  # whether a VK ID without a phone will do
    registers_by_email: bool  # whether an address that is new makes a VK ID

    @property
    def is_own(self) -> bool: ...  # whether it is somebody's own, and none of the simulator's

    @property
    def asked_of_anybody(self) -> Sequence[str]: ...  # the screens before it is known whose sign-in it is


C = TypeVar("C", bound=Asking)


@dataclass(frozen=True)
class AuthorizationRequest:
    """What a client asked /authorize for, after it was found sound."""

    redirect_uri: str
    state: str = ""
    scope: str = ""
    code_challenge: str = ""
    login_hint: str = ""
    prompt: str = ""
    opener: str = ""  # the origin of the page that awaits the answer in a window it has opened

    @property
    def prompts(self) -> list[str]:
        """What the client wants to be asked, or not to be."""
        return self.prompt.split()


@dataclass(frozen=True)
class SignIn(Walk, Generic[C]):
    """A sign-in together with what VK ID knows of its person."""

    table: ClassVar = InteractionRow

    client: C
    redirect_uri: str
    state: str
    scope: str
    login_hint: str
    prompt: str
    opener: str
    given_address: str | None
    situation: Situation | None
    password_proven: bool
    forgotten: bool
    phone_proven: bool
    callback: str | None
    profile: StudyProfile | None

    @property
    def prompts(self) -> list[str]:
        """What the client wants to be asked, or not to be."""
        return self.prompt.split()

    @property
    def over(self) -> bool:
        """Whether the client has got its answer."""
        return self.callback is not None

    @property
    def address(self) -> str:
        """The phone or the e-mail address this sign-in is about, where codes go; empty while none is known."""
        known = self.account and (self.account.phone or self.account.email)
        return self.given_address or known or ""

    @property
    def account_data(self) -> dict[str, Any] | None:
        """The particulars for the VK ID that will be made."""
        return self.answers.get("account_data")

    @property
    def profile_data(self) -> dict[str, Any] | None:
        """The particulars for the study profile."""
        return self.answers.get("profile_data")

    @property
    def password_set(self) -> bool:
        """Whether there is a password to ask for; who registered by a code alone has none."""
        return self.account is not None and self.account.password_hash is not None

    @property
    def somebody_else(self) -> bool:
        """Whether the client wants a study profile that is there already, and this person has none.

        A new one would not be it, so none is made.
        """
        return bool(self.login_hint) and self.profile is None


def begin(
    world: World, client: C, request: AuthorizationRequest, browser: str, remembered_id: int | None
) -> SignIn[C]:
    """Open a sign-in for this browser; a VK ID that the browser remembers is offered, unless another is asked for."""
    with world.database.write() as session:
        account = _remembered(session, world, client, remembered_id, request.login_hint)
        profile = profile_of(session, account)
        row = world.add(
            session,
            InteractionRow,
            id=secrets.token_urlsafe(16),
            browser=browser,
            client_id=client.id,
            device_id=secrets.token_urlsafe(16),
            created_at=world.now(),
            vk_account_id=account.id if account else None,
            situation=situation_of(account, profile, remembered=True) if account else None,
            **vars(request),
        )
        return value_of(SignIn, row, world=world, client=client, account=account, profile=profile)


def load(world: World, clients: Mapping[str, C], sign_in_id: str, browser: str) -> SignIn[C]:
    """The sign-in with that id, if it was begun in this browser and is not too old; raises WalkUnknown."""
    with world.database.read() as session:
        found = session.execute(WITH_PERSON, {"id": sign_in_id}).first()
        begun, account, profile = found or (None, None, None)
        row = open_walk(begun, world, browser, LIMITS.interaction_lifetime_hours * 3600)
        return value_of(
            SignIn,
            row,
            world=world,
            client=clients[row.client_id],
            situation=Situation(row.situation) if row.situation else None,
            account=value_or_none(VkAccount, account),
            profile=value_or_none(StudyProfile, profile),
        )


def situation_of(account: VkAccount | None, profile: StudyProfile | None, *, remembered: bool) -> Situation:
    """Which of the instruction's variants fits the person."""
    if account is None:
        return Situation.WITHOUT_VK_ID
    if remembered:
        return Situation.REMEMBERED_WITH_PROFILE if profile else Situation.REMEMBERED_WITHOUT_PROFILE
    return Situation.WITH_PROFILE if profile else Situation.WITH_VK_ID


def take_phone(sign_in: SignIn[C], phone: str) -> None:
    """Go on with this number, forgetting all that was said about another."""
    with sign_in.world.database.write() as session:
        _begin_anew(session, sign_in, phone, account_of_address(session, sign_in.world, phone))


def take_email(sign_in: SignIn[C], email: str) -> None:
    """Go on with the VK ID that has this address, or with a new one; raise EmailUnknown where that is not done."""
    with sign_in.world.database.write() as session:
        account = account_of_address(session, sign_in.world, email)
        if account is None and not sign_in.client.registers_by_email:
            raise EmailUnknown
        _begin_anew(session, sign_in, (account and account.phone) or email, account)


def take_forgotten(sign_in: SignIn[C]) -> None:
    """Want a code instead of the password."""
    note(sign_in, forgotten=True)


def take_password(sign_in: SignIn[C], password: str) -> None:
    """Prove the account by its password, or raise what `check_password` does."""
    if sign_in.account is None:
        return
    check_password(sign_in.world, sign_in.account, password)
    note(sign_in, password_proven=True)


def take_code(sign_in: SignIn[C], typed: str) -> None:
    """Prove the phone or the e-mail address by the code, or raise CodeRefused."""
    check_code(sign_in.world, sign_in.purpose, sign_in.address, typed)
    note(sign_in, phone_proven=True)


def send_sign_in_code(sign_in: SignIn[C], channel: Channel) -> None:
    """Send a code, to a phone by SMS or by a call; raise ResendTooEarly while the countdown runs."""
    by_letter = is_email(sign_in.address)
    way = Channel.LETTER if by_letter else channel
    send_code(sign_in.world, sign_in.purpose, sign_in.address, way, client=sign_in.client.id)


def forget_person(sign_in: SignIn[C]) -> None:
    """Start over with another number or another account."""
    note(sign_in, **{**FORGOTTEN, "answers": _answers_of_anybody(sign_in)})


def _remembered(
    session: Session, world: World, client: Asking, account_id: int | None, hint: str
) -> VkAccount | None:
    """The VK ID that the browser remembers, if it is good for this request."""
    row = session.get(VkAccountRow, account_id) if account_id is not None else None
    if row is None or row.world_id != world.id:
        return None
    account = value_of(VkAccount, row)
    if account.phone is None and not client.email_allowed:
        return None  # mesh_teacher.v2.1.3: by a mobile number only; that it holds for the others is assumed
    profile = profile_of(session, account)
    hinted = not hint or (profile is not None and hint == str(profile.id))
    return account if hinted else None


def _begin_anew(session: Session, sign_in: SignIn[C], address: str, account: VkAccount | None) -> None:
    situation = situation_of(account, profile_of(session, account), remembered=False)
    known = {"given_address": address, "vk_account_id": account and account.id, "situation": situation}
    write(session, sign_in, **{**FORGOTTEN, **known, "answers": _answers_of_anybody(sign_in)})


def _answers_of_anybody(sign_in: SignIn[C]) -> dict[str, Any]:
    """What was answered before it was known whose sign-in it is, and so holds for another person too."""
    asked = sign_in.client.asked_of_anybody
    return {screen: answer for screen, answer in sign_in.answers.items() if screen in asked}
