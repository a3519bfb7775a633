"""POST /oauth2/auth: a code or a refresh token for a pair of tokens. RFC 6749 §4.1.3 and §6, RFC 7636 §4.6."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from authlib.oauth2.rfc7636 import create_s256_code_challenge

from sim_server.domain.authorizations import (
    ANOTHER_CLIENT,
    AuthorizationCode,
    count_refusal,
    find_code,
    use_code,
)
from sim_server.domain.database import Database
from sim_server.domain.faults import FaultKind
from sim_server.domain.grants import (
    Pair,
    Token,
    end_grant_of,
    find_refresh_token,
    let_expire,
    open_grant,
    renew,
)
from sim_server.domain.limits import LIMITS
from sim_server.domain.worlds import World
from sim_server.vk_id.called import SHARED_CHECKS, Called, Check, Endpoint, Presented, TokenRefused
from sim_server.vk_id.identity_tokens import identity_token

_VERIFIERS = {"rfc7636": re.compile(r"[A-Za-z0-9\-._~]{43,128}"), "any": re.compile(r"[!-~]{43,128}")}


def user_id_of(grant: Any) -> int:
    """Who the client is told of: the study profile where it needs one, else the VK ID."""
    return int(grant.profile_id or grant.vk_account_id)


def _found_code(database: Database, asked: Presented) -> AuthorizationCode:
    code = find_code(database, asked["code"])
    if code is None:
        raise TokenRefused("invalid_request", "code is missing or invalid")
    return code


def _found_refresh_token(database: Database, asked: Presented) -> Token:
    token = find_refresh_token(database, asked["refresh_token"])
    if token is None:
        raise TokenRefused("invalid_request", "refresh_token is missing or invalid")
    return token


def _nobody_is_guessing(called: Called) -> None:
    if called.found.refused >= LIMITS.refused_exchanges:
        raise TokenRefused("slow_down", "too many wrong exchanges of this code")


def _is_the_code_s(name: str, error: str, description: str) -> Check:
    def check(called: Called) -> None:
        if called.asked[name] != getattr(called.found, name):
            raise TokenRefused(error, description)

    return _counted(check)


def _counted(check: Check) -> Check:
    """The same check; the code remembers how often it was refused."""

    def counting(called: Called) -> None:
        try:
            check(called)
        except TokenRefused:
            count_refusal(called.world, called.found)
            raise

    return counting


def _state_fits(called: Called) -> None:
    if called.rules.state_at_exchange == "same" and called.asked["state"] != called.found.state:
        raise TokenRefused(*WRONG_STATE)


def _verifier_fits(called: Called) -> None:
    verifier = called.asked["code_verifier"]
    sound = _VERIFIERS[called.rules.verifier_alphabet].fullmatch(verifier)
    if not sound or create_s256_code_challenge(verifier) != called.found.code_challenge:
        raise TokenRefused("invalid_request", "verifier is missing or invalid")


def _code_is_unused(called: Called) -> None:
    """Use the code up; whoever brings it again has it from somebody, so what it gave ends."""
    if not use_code(called.world, called.found):
        end_grant_of(called.world, called.found)
        raise TokenRefused("invalid_request", "code is already used")


def _code_is_fresh(called: Called) -> None:
    if called.world.now() - called.found.issued_at > LIMITS.authorization_code_minutes * 60:
        raise TokenRefused("invalid_request", "code is expired")


def _is_the_family_s(name: str, error: str, description: str) -> Check:
    def check(called: Called) -> None:
        if called.asked[name] != getattr(called.found.grant, name):
            raise TokenRefused(error, description)

    return check


def _family_lives(called: Called) -> None:
    token: Token = called.found
    if token.grant.ended_at is not None or _refresh_token_is_over(called.world, token):
        raise TokenRefused("invalid_request", "refresh_token is missing or invalid")


def _refresh_token_is_over(world: World, token: Token) -> bool:
    return world.now() >= token.expires_at


def _first_pair(called: Called) -> dict[str, Any]:
    return _token_answer(called, open_grant(called.world, called.found))


def _next_pair(called: Called) -> dict[str, Any]:
    pair = renew(called.world, called.found)
    if pair is None:
        raise TokenRefused("invalid_request", "refresh_token is missing or invalid")
    return _token_answer(called, pair)


def _token_answer(called: Called, pair: Pair) -> dict[str, Any]:
    if called.passed.has(FaultKind.EXPIRED):
        let_expire(called.world, pair)
    told = pair.grant
    if called.passed.has(FaultKind.WRONG_CLIENT):
        told = replace(told, client_id=ANOTHER_CLIENT)
    return {
        "access_token": pair.access_token,
        "refresh_token": pair.refresh_token,
        "id_token": identity_token(called.world, told, user_id_of(pair.grant)),
        "token_type": "Bearer",
        "expires_in": LIMITS.access_token_minutes * 60,
        "user_id": user_id_of(pair.grant),
        "state": called.asked["state"],
        "scope": pair.grant.scope,
    }


WRONG_CLIENT = "invalid_client", "client_id is missing or invalid"
WRONG_DEVICE = "invalid_request", "device_id is invalid"
WRONG_ADDRESS = "invalid_request", "redirect_uri is missing or invalid"
WRONG_STATE = "invalid_request", "state is missing or invalid"
WRONG_GRANT_TYPE = "invalid_request", "grant_type is missing or invalid"
EXCHANGE_CHECKS: tuple[Check, ...] = (
    *SHARED_CHECKS,
    _nobody_is_guessing,
    _is_the_code_s("client_id", *WRONG_CLIENT),
    _is_the_code_s("redirect_uri", *WRONG_ADDRESS),
    _is_the_code_s("device_id", *WRONG_DEVICE),
    _state_fits,
    _counted(_verifier_fits),
    _code_is_unused,
    _code_is_fresh,
)
REFRESH_CHECKS: tuple[Check, ...] = (
    *SHARED_CHECKS,
    _is_the_family_s("client_id", *WRONG_CLIENT),
    _is_the_family_s("device_id", *WRONG_DEVICE),
    _family_lives,
)
TOKENS = {
    "access_token": {"type": "string"},
    "refresh_token": {"type": "string"},
    "id_token": {"type": "string"},
    "token_type": {"const": "Bearer"},
    "expires_in": {"type": "integer"},
    "user_id": {"type": "integer"},
    "state": {"type": "string"},
    "scope": {"type": "string"},
}
CLIENT_ID, STATE, DEVICE_ID = "имя клиента", "вернётся в ответе", "из ответа VK ID на вход"
EXCHANGE = Endpoint(
    says="Обменять код на первую пару токенов",
    takes={
        "code": "код из ответа на вход",
        "code_verifier": "строка, из которой сделан code_challenge",
        "client_id": CLIENT_ID,
        "device_id": DEVICE_ID,
        "redirect_uri": "адрес, на который пришёл код",
        "state": STATE,
    },
    optional=frozenset({"state"}),
    find=_found_code,
    checks=EXCHANGE_CHECKS,
    answer=_first_pair,
    gives=TOKENS,
    refuses=(
        ("invalid_request", "code is missing or invalid"),
        WRONG_CLIENT,
        WRONG_ADDRESS,
        WRONG_DEVICE,
        ("invalid_request", "verifier is missing or invalid"),
        ("invalid_request", "code is already used"),
        ("invalid_request", "code is expired"),
        ("slow_down", "too many wrong exchanges of this code"),
    ),
    own_disputes={"state_at_exchange": WRONG_STATE},
    point="exchange",
)
REFRESH = Endpoint(
    says="Получить следующую пару токенов; прежняя больше не действует",
    takes={
        "refresh_token": "из прежнего ответа; второй раз не годится, и тогда кончаются все токены этого входа",
        "client_id": CLIENT_ID,
        "device_id": DEVICE_ID,
        "state": STATE,
    },
    optional=frozenset({"state"}),
    find=_found_refresh_token,
    checks=REFRESH_CHECKS,
    answer=_next_pair,
    gives=TOKENS,
    refuses=(("invalid_request", "refresh_token is missing or invalid"), WRONG_CLIENT, WRONG_DEVICE),
    point="refresh",
)
