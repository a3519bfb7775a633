"""Exchanging a code for a token and a token for a person's particulars. RFC 6749 §4.1.3, RFC 7636 §4.6."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from authlib.oauth2.rfc7636 import create_s256_code_challenge

from sim_server.domain.authorizations import (
    AccessToken,
    AuthorizationCode,
    find_code,
    find_token,
    issue_token,
    use_code,
    who_allowed,
)
from sim_server.domain.database import Database
from sim_server.domain.limits import LIMITS
from sim_server.domain.particulars import particulars_from_json
from sim_server.domain.worlds import World, WorldUnknown, world_by_id

Check = Callable[[World, AuthorizationCode, Mapping[str, str]], None]  # raises TokenRefused
SEX_NUMBERS = {"female": 1, "male": 2}
_VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}")


class TokenRefused(Exception):
    """`args` are the protocol's error and its description."""


def exchange_code(database: Database, asked: Mapping[str, str]) -> dict[str, Any]:
    """The token answer for a sound exchange; a code serves once. Raises TokenRefused."""
    if asked.get("grant_type") != "authorization_code":
        raise TokenRefused("invalid_request", "grant_type is missing or invalid")
    code = find_code(database, asked.get("code", ""))
    if code is None:
        raise TokenRefused("invalid_request", "code is missing or invalid")
    world = _world_of(database, code.world_id)
    for check in EXCHANGE_CHECKS:
        check(world, code, asked)
    return _issued_token(world, code, asked.get("state", ""))


def particulars_of(database: Database, client_id: str, access_token: str) -> dict[str, Any]:
    """The user behind a token, with the study profile if the client needs one; raises TokenRefused.

    What the person typed for a study profile that is there already is told as theirs, and written nowhere:
    see `linking.link`.
    """
    token = find_token(database, access_token)
    if token is None or token.client_id != client_id or _is_over(database, token):
        raise TokenRefused("invalid_token", "access_token is missing or invalid")
    account, profile = who_allowed(database, token)
    return {
        "user": {
            "user_id": str(account.id),
            "phone": (account.phone or "").lstrip("+"),
            "email": account.email or "",
            **_person(account.particulars),
        },
        "study_profile": profile
        and {
            "user_id": str(profile.id),
            **_person({**profile.particulars, **particulars_from_json(token.typed or {})}),
        },
    }


def _code_is_fresh(world: World, code: AuthorizationCode, _asked: Mapping[str, str]) -> None:
    if world.now() - code.issued_at > LIMITS.authorization_code_minutes * 60:
        raise TokenRefused("invalid_request", "code is expired")


def _is_the_same(name: str, error: str, description: str) -> Check:
    def check(_world: World, code: AuthorizationCode, asked: Mapping[str, str]) -> None:
        if asked.get(name) != getattr(code, name):
            raise TokenRefused(error, description)

    return check


def _verifier_fits(_world: World, code: AuthorizationCode, asked: Mapping[str, str]) -> None:
    verifier = asked.get("code_verifier", "")
    if not _VERIFIER.fullmatch(verifier) or create_s256_code_challenge(verifier) != code.code_challenge:
        raise TokenRefused("invalid_request", "verifier is missing or invalid")


def _code_is_unused(world: World, code: AuthorizationCode, _asked: Mapping[str, str]) -> None:
    if not use_code(world, code):
        raise TokenRefused("invalid_request", "code is already used")


EXCHANGE_CHECKS: tuple[Check, ...] = (
    _code_is_fresh,
    _is_the_same("client_id", "invalid_client", "client_id is missing or invalid"),
    _is_the_same("redirect_uri", "invalid_request", "redirect_uri is missing or invalid"),
    _is_the_same("device_id", "invalid_request", "device_id is invalid"),
    _verifier_fits,
    _code_is_unused,
)


def _issued_token(world: World, code: AuthorizationCode, state: str) -> dict[str, Any]:
    return {
        "access_token": issue_token(world, code),
        "token_type": "Bearer",
        "expires_in": LIMITS.access_token_minutes * 60,
        "user_id": code.profile_id or code.vk_account_id,
        "scope": code.scope,
        "state": state,
    }


def _world_of(database: Database, world_id: int) -> World:
    try:
        return world_by_id(database, world_id)
    except WorldUnknown as error:
        raise TokenRefused("invalid_request", "code is missing or invalid") from error


def _is_over(database: Database, token: AccessToken) -> bool:
    return _world_of(database, token.world_id).now() > token.expires_at


def _person(particulars: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: particulars[name] for name in ("last_name", "first_name", "middle_name")},
        "sex": SEX_NUMBERS[particulars["sex"]],
        "birthday": particulars["birth_date"].strftime("%d.%m.%Y"),
    }
