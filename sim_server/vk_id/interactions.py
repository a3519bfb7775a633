"""A person's way through VK ID: beginning it, taking the answer of each screen, finishing or leaving it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from sim_server.domain.codes import Channel, ResendTooEarly, check_code, send_code
from sim_server.domain.letters import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.particulars import particulars_as_json, particulars_from_json
from sim_server.domain.tables import AuthorizationCodeRow, InteractionRow, StudyProfileRow, VkAccountRow
from sim_server.domain.values import value_of, value_or_none
from sim_server.domain.vk_accounts import (
    StudyProfile,
    VkAccount,
    account_of_address,
    account_of_email,
    account_of_phone,
    check_password,
    make_profile,
    profile_of,
    register_account,
)
from sim_server.domain.worlds import World
from sim_server.vk_id.clients import OWN_SITE, Client, ScreenName
from sim_server.vk_id.journey import SignIn, needed_screen, situation_of

FORGOTTEN = {
    "address": None,
    "vk_account_id": None,
    "situation": None,
    "password_proven": False,
    "forgotten": False,
    "phone_proven": False,
    "profile_chosen": False,
    "offer_accepted": False,
    "consent_given": False,
    "account_data": None,
    "profile_data": None,
}


# An interaction with its person, if one is known, by a single question.
WHOLE_WAY = (
    select(InteractionRow, VkAccountRow, StudyProfileRow)
    .outerjoin(VkAccountRow, VkAccountRow.id == InteractionRow.vk_account_id)
    .outerjoin(StudyProfileRow, StudyProfileRow.vk_account_id == VkAccountRow.id)
    .where(InteractionRow.id == bindparam("id"))
)
CODE_SCREENS = (ScreenName.CODE, ScreenName.CODE_INSTEAD)


class EmailUnknown(LookupError):
    """No VK ID has that address."""


class InteractionUnknown(LookupError):
    """No such way is open in this browser (any more)."""


@dataclass(frozen=True)
class AuthorizationRequest:
    """What a client asked /authorize for, after it was found sound."""

    client: Client
    redirect_uri: str
    state: str
    scope: str
    code_challenge: str
    login_hint: str
    prompt: str


def begin(world: World, request: AuthorizationRequest, browser: str, remembered_id: int | None) -> SignIn:
    """Opens a way for this browser; a VK ID that the browser remembers is offered, unless another is asked for."""
    with world.database.write() as session:
        account = _remembered(session, world, remembered_id, request)
        profile = profile_of(session, account)
        interaction = InteractionRow(
            id=secrets.token_urlsafe(16),
            world_id=world.id,
            browser=browser,
            client_id=request.client.id,
            redirect_uri=request.redirect_uri,
            state=request.state,
            scope=request.scope,
            code_challenge=request.code_challenge,
            login_hint=request.login_hint,
            prompt=request.prompt,
            device_id=secrets.token_urlsafe(16),
            created_at=world.now(),
            vk_account_id=account.id if account else None,
            situation=situation_of(account, profile, remembered=True) if account else None,
        )
        session.add(interaction)
        session.flush()
    return SignIn(world, request.client, interaction, account, profile)


def load(world: World, clients: Mapping[str, Client], interaction_id: str, browser: str) -> SignIn:
    """The way with that id, if it was begun in this browser and is not too old; raises InteractionUnknown."""
    with world.database.read() as session:
        found = session.execute(WHOLE_WAY, {"id": interaction_id}).first()
    if found is None or (found[0].world_id, found[0].browser) != (world.id, browser):
        raise InteractionUnknown
    interaction, account, profile = found
    if world.now() - interaction.created_at > LIMITS.interaction_lifetime_hours * 3600:
        raise InteractionUnknown
    known = value_or_none(VkAccount, account), value_or_none(StudyProfile, profile)
    return SignIn(world, clients[interaction.client_id], interaction, *known)


def take_phone(sign_in: SignIn, phone: str) -> None:
    """Goes on with this number, forgetting all that was said about another; sends the code if it is asked for next."""
    with sign_in.world.database.write() as session:
        _begin_anew(session, sign_in, phone, account_of_phone(session, sign_in.world, phone))
    send_code_if_needed(_reloaded(sign_in))


def take_email(sign_in: SignIn, email: str) -> None:
    """Goes on with the VK ID that has this address, or with a new one; raises EmailUnknown where that is not done."""
    with sign_in.world.database.write() as session:
        account = account_of_email(session, sign_in.world, email)
        if account is None and not sign_in.client.registers_by_email:
            raise EmailUnknown
        _begin_anew(session, sign_in, (account and account.phone) or email, account)
    send_code_if_needed(_reloaded(sign_in))


def take_forgotten(sign_in: SignIn) -> None:
    """Wants a code instead of the password, where the client's instruction has it so."""
    if sign_in.client.forgotten_leads_to == "code":
        _note(sign_in, forgotten=True)
        send_code_if_needed(_reloaded(sign_in))


def take_password(sign_in: SignIn, password: str) -> None:
    """Proves the account by its password, or raises what `check_password` does."""
    if sign_in.account is None:
        return
    check_password(sign_in.world, sign_in.account, password)
    _note(sign_in, password_proven=True)
    send_code_if_needed(_reloaded(sign_in))


def take_code(sign_in: SignIn, typed: str) -> None:
    """Proves the phone or the e-mail address by the code, or raises CodeRefused."""
    check_code(sign_in.world, code_purpose(sign_in), sign_in.address, typed)
    _note(sign_in, phone_proven=True)


def resend(sign_in: SignIn, channel: Channel) -> None:
    """Sends another code, to a phone by SMS or by a call; raises ResendTooEarly while the countdown runs."""
    by_letter = is_email(sign_in.address)
    send_code(sign_in.world, code_purpose(sign_in), sign_in.address, Channel.LETTER if by_letter else channel)


def send_code_if_needed(sign_in: SignIn) -> None:
    """Sends the code when its screen comes next; one that was sent there a moment ago still serves."""
    if needed_screen(sign_in) in CODE_SCREENS:
        try:
            resend(sign_in, Channel.SMS)
        except ResendTooEarly:
            return


def take_choice(sign_in: SignIn) -> None:
    """Goes on as the one who is shown."""
    _note(sign_in, profile_chosen=True)


def take_offer(sign_in: SignIn) -> None:
    """Wants a study profile to be made."""
    _note(sign_in, offer_accepted=True)


def take_account_data(sign_in: SignIn, particulars: dict[str, Any]) -> None:
    """Keeps the particulars for the VK ID that will be made."""
    _note(sign_in, account_data=particulars_as_json(particulars))


def take_profile_data(sign_in: SignIn, particulars: dict[str, Any]) -> None:
    """Keeps the particulars for the study profile."""
    _note(sign_in, profile_data=particulars_as_json(particulars))


def take_consent(sign_in: SignIn) -> None:
    """Agrees to the linking."""
    _note(sign_in, consent_given=True)


def forget_phone(sign_in: SignIn) -> None:
    """Starts over with another number or another account."""
    _note(sign_in, **FORGOTTEN)


def finish(sign_in: SignIn) -> tuple[str, int | None]:
    """Makes what is still missing (VK ID, study profile) and the authorization code, all at once.

    Until here nothing of the way was written down for good, so leaving it in the middle leaves nothing behind.
    Returns the callback's address and the id of the VK ID that the browser now remembers; asked a second
    time (a double click, a second press on «назад») it returns the same address.
    """
    world = sign_in.world
    with world.database.write() as session:
        interaction = session.get_one(InteractionRow, sign_in.interaction.id)
        account = _finished_account(session, sign_in)
        if interaction.callback is None:
            interaction.callback = _answer(session, sign_in, account)
        return interaction.callback, account.id


def leave(sign_in: SignIn) -> str:
    """Refuses; returns the callback's address with the error. RFC 6749 §4.1.2.1."""
    with sign_in.world.database.write() as session:
        sign_in.world.log(session, "sign_in_left", client=sign_in.client.id)
    return _callback(sign_in, error="access_denied", error_description="User denied the request")


def refuse(sign_in: SignIn) -> str:
    """Makes nothing for somebody else than the client wants; returns the callback's address with the error.

    OpenID Connect Core §3.1.2.1 has this error where `id_token_hint` names another person.
    """
    with sign_in.world.database.write() as session:
        sign_in.world.log(session, "sign_in_refused", client=sign_in.client.id)
    return _callback(sign_in, error="login_required", error_description="Another user is wanted")


def _answer(session: Session, sign_in: SignIn, account: VkAccount) -> str:
    """The callback with a code; VK ID's own site needs none, and not every client a study profile."""
    if sign_in.client.id == OWN_SITE:
        return sign_in.interaction.redirect_uri
    profile = _finished_profile(session, sign_in, account) if sign_in.client.needs_profile else None
    code = _authorization_code(session, sign_in, account, profile)
    device_id = sign_in.interaction.device_id
    return _callback(sign_in, code=code, device_id=device_id, type="code_v2", expires_in=600)


def _finished_account(session: Session, sign_in: SignIn) -> VkAccount:
    if sign_in.account is not None:
        return value_of(VkAccount, session.get_one(VkAccountRow, sign_in.account.id))
    world, address = sign_in.world, sign_in.address
    data = sign_in.interaction.account_data or sign_in.interaction.profile_data or {}
    return account_of_address(session, world, address) or register_account(
        session, world, address, particulars_from_json(data)
    )


def _finished_profile(session: Session, sign_in: SignIn, account: VkAccount) -> StudyProfile:
    data = sign_in.interaction.profile_data
    return profile_of(session, account) or make_profile(
        session, sign_in.world, account, particulars_from_json(data) if data else account.particulars
    )


def _authorization_code(
    session: Session, sign_in: SignIn, account: VkAccount, profile: StudyProfile | None
) -> str:
    interaction = sign_in.interaction
    code = secrets.token_urlsafe(32)
    session.add(
        AuthorizationCodeRow(
            code=code,
            world_id=sign_in.world.id,
            client_id=interaction.client_id,
            redirect_uri=interaction.redirect_uri,
            code_challenge=interaction.code_challenge,
            device_id=interaction.device_id,
            scope=interaction.scope,
            vk_account_id=account.id,
            profile_id=profile.id if profile else None,
            typed=interaction.profile_data,
            issued_at=sign_in.world.now(),
        )
    )
    return code


def _callback(sign_in: SignIn, **parameters: Any) -> str:
    query = urlencode({**parameters, "state": sign_in.interaction.state})
    return f"{sign_in.interaction.redirect_uri}?{query}"


def _remembered(
    session: Session, world: World, account_id: int | None, request: AuthorizationRequest
) -> VkAccount | None:
    """The VK ID that the browser remembers, if it is good for this request."""
    row = session.get(VkAccountRow, account_id) if account_id is not None else None
    if row is None or row.world_id != world.id:
        return None
    account = value_of(VkAccount, row)
    if account.phone is None and not request.client.email_allowed:
        return None  # mesh_teacher.v2.1.3: by a mobile number only; that it holds for the others is assumed
    profile, hint = profile_of(session, account), request.login_hint
    hinted = not hint or (profile is not None and hint == str(profile.id))
    return account if hinted else None


def _begin_anew(session: Session, sign_in: SignIn, address: str, account: VkAccount | None) -> None:
    situation = situation_of(account, profile_of(session, account), remembered=False)
    known = {"address": address, "vk_account_id": account.id if account else None, "situation": situation}
    _update(session, sign_in, **{**FORGOTTEN, **known})


def _reloaded(sign_in: SignIn) -> SignIn:
    clients = {sign_in.client.id: sign_in.client}
    return load(sign_in.world, clients, sign_in.interaction.id, sign_in.interaction.browser)


def _note(sign_in: SignIn, **values: Any) -> None:
    with sign_in.world.database.write() as session:
        _update(session, sign_in, **values)


def _update(session: Session, sign_in: SignIn, **values: Any) -> None:
    session.execute(
        update(InteractionRow).where(InteractionRow.id == sign_in.interaction.id).values(**values)
    )


def code_purpose(sign_in: SignIn) -> str:
    """Under which name the codes of this way are kept."""
    return f"sign-in {sign_in.interaction.id}"
