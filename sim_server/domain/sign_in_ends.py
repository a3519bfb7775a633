"""How a sign-in ends: with a code for the client, by leaving, or because another is wanted."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy.orm import Session

from sim_server.domain.authorizations import ANOTHER_CLIENT
from sim_server.domain.callbacks import Form, callback_address
from sim_server.domain.faults import FaultKind, take_fault
from sim_server.domain.limits import LIMITS
from sim_server.domain.particulars import particulars_from_json
from sim_server.domain.protocol_rules import rules_of
from sim_server.domain.sign_ins import C, SignIn
from sim_server.domain.tables import AuthorizationCodeRow, InteractionRow, VkAccountRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import (
    StudyProfile,
    VkAccount,
    account_of_address,
    make_profile,
    profile_of,
    register_account,
)
from sim_server.domain.worlds import World

OWN_SITE = "vk-id"  # VK ID as a client of its own, which needs no code


def finish(sign_in: SignIn[C]) -> tuple[str, int | None]:
    """Make what is still missing (VK ID, study profile) and the authorization code, all at once.

    Until here nothing of the way was written down for good, so leaving it in the middle leaves nothing behind.
    Returns the callback's address and the id of the VK ID that the browser now remembers; asked a second
    time (a double click, a second press on «назад») it returns the same address.
    """
    form = rules_of(sign_in.world).callback_form
    with sign_in.world.database.write() as session:
        row = session.get_one(InteractionRow, sign_in.id)
        account = _finished_account(session, sign_in)
        if row.callback is None:
            row.callback = _answer(session, sign_in, row, account, form)
        return row.callback, account.id


def leave(sign_in: SignIn[C]) -> str:
    """Refuse; return the callback's address with the error. RFC 6749 §4.1.2.1."""
    return _end(sign_in, "sign_in_left", "access_denied", "User denied the request")


def refuse(
    sign_in: SignIn[C], error: str = "login_required", description: str = "Another user is wanted"
) -> str:
    """Make nothing, usually for somebody else than the client wants; return the callback's address with the error.

    OpenID Connect Core §3.1.2.1 has this error where `id_token_hint` names another person.
    """
    return _end(sign_in, "sign_in_refused", error, description)


def _end(sign_in: SignIn[C], event: str, error: str, description: str) -> str:
    with sign_in.world.database.write() as session:
        sign_in.world.log(session, event, client=sign_in.client.id)
    form = rules_of(sign_in.world).callback_form
    return _callback(sign_in, form, error=error, error_description=description)


def _answer(session: Session, sign_in: SignIn[C], row: InteractionRow, account: VkAccount, form: Form) -> str:
    """The callback with a code; VK ID's own site needs none, and not every client a study profile."""
    if sign_in.client.id == OWN_SITE:
        return sign_in.redirect_uri
    profile = _finished_profile(session, sign_in, account) if sign_in.client.needs_profile else None
    fault = take_fault(session, sign_in.world, "vk_id", "callback", sign_in.client.id)
    spoilt = fault.kind if fault else ""
    code = _authorization_code(session, sign_in, row, account, profile, _wrong_in_code(sign_in.world, spoilt))
    told = {"code": code, "device_id": row.device_id, "ext_id": secrets.token_urlsafe(16), "type": "code_v2"}
    if spoilt == FaultKind.WRONG_STATE:
        told["state"] = secrets.token_urlsafe(24)
    return _callback(sign_in, form, **told, expires_in=LIMITS.authorization_code_minutes * 60)


def _wrong_in_code(world: World, spoilt: str) -> dict[str, Any]:
    """What is otherwise in a code that the world has ordered to be of no use to its client."""
    too_old = world.now() - LIMITS.authorization_code_minutes * 60 - 1
    wrong: dict[str, dict[str, Any]] = {
        FaultKind.EXPIRED: {"issued_at": too_old},
        FaultKind.WRONG_CLIENT: {"client_id": ANOTHER_CLIENT},
    }
    return wrong.get(spoilt, {})


def _finished_account(session: Session, sign_in: SignIn[C]) -> VkAccount:
    if sign_in.account is not None:
        return value_of(VkAccount, session.get_one(VkAccountRow, sign_in.account.id))
    world, address = sign_in.world, sign_in.address
    data = sign_in.account_data or sign_in.profile_data or {}
    return account_of_address(session, world, address) or register_account(
        session, world, address, particulars_from_json(data)
    )


def _finished_profile(session: Session, sign_in: SignIn[C], account: VkAccount) -> StudyProfile:
    data = sign_in.profile_data
    return profile_of(session, account) or make_profile(
        session, sign_in.world, account, particulars_from_json(data) if data else account.particulars
    )


def _authorization_code(
    session: Session,
    sign_in: SignIn[C],
    row: InteractionRow,
    account: VkAccount,
    profile: StudyProfile | None,
    wrong: dict[str, Any],
) -> str:
    code = secrets.token_urlsafe(32)
    same = ("client_id", "redirect_uri", "state", "code_challenge", "device_id", "scope")
    usual = {"issued_at": sign_in.world.now(), **{column: getattr(row, column) for column in same}}
    sign_in.world.add(
        session,
        AuthorizationCodeRow,
        code=code,
        vk_account_id=account.id,
        profile_id=profile.id if profile else None,
        typed=sign_in.profile_data,
        **{**usual, **wrong},
    )
    return code


def _callback(sign_in: SignIn[C], form: Form, **parameters: Any) -> str:
    return callback_address(
        sign_in.redirect_uri, form, {**parameters, "state": parameters.get("state", sign_in.state)}
    )
