"""POST /oauth2/user_info and /oauth2/public_info: the particulars that a token opens, as far as its rights go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim_server.domain.database import Database
from sim_server.domain.grants import Grant, Token, find_access_token, find_grant, who_allowed
from sim_server.domain.particulars import particulars_from_json
from sim_server.domain.phones import masked_phone
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World
from sim_server.vk_id import scopes
from sim_server.vk_id.called import SHARED_CHECKS, Called, Check, Endpoint, Presented, TokenRefused
from sim_server.vk_id.identity_tokens import claims_of, grant_id_of
from sim_server.vk_id.tokens import CLIENT_ID, WRONG_CLIENT

SEX_NUMBERS = {"female": 1, "male": 2}
AVATAR = "images/avatar.svg"
WRONG_TOKEN = "invalid_token", "access_token is missing or invalid"
WRONG_ID_TOKEN = "invalid_token", "id_token is missing or invalid"


def found_access_token(database: Database, asked: Presented) -> Token:
    """The token of the call, which may stand in the body, the query or the header."""
    token = find_access_token(database, asked["access_token"])
    if token is None:
        raise TokenRefused(*WRONG_TOKEN)
    return token


def _is_the_client_s(called: Called) -> None:
    if called.asked["client_id"] != called.found.grant.client_id:
        raise TokenRefused(*WRONG_CLIENT)


def _token_opens(called: Called) -> None:
    token: Token = called.found
    if token.grant.ended_at is not None or _is_over(called.world, token):
        raise TokenRefused(*WRONG_TOKEN)


def _is_over(world: World, token: Token) -> bool:
    return world.now() >= token.expires_at


ACCESS_CHECKS: tuple[Check, ...] = (*SHARED_CHECKS, _is_the_client_s, _token_opens)


def _particulars(called: Called) -> dict[str, Any]:
    """The user behind the token: the study profile where the client needs one, else the VK ID.

    What the person typed for a study profile that is there already is told as theirs, and written nowhere:
    see `linking.link`.
    """
    grant: Grant = called.found.grant
    account, profile = who_allowed(called.database, grant)
    if profile is None:
        return {"user": _user(account.id, account.particulars, account, called)}
    typed = {**profile.particulars, **particulars_from_json(grant.typed or {})}
    return {"user": {**_user(profile.id, typed, account, called), "middle_name": typed["middle_name"]}}


def _user(user_id: int, particulars: dict[str, Any], account: VkAccount, called: Called) -> dict[str, Any]:
    scope = called.found.grant.scope
    return {
        "user_id": str(user_id),
        **{name: particulars[name] for name in ("first_name", "last_name")},
        "avatar": called.asked.root + AVATAR,
        "sex": SEX_NUMBERS[particulars["sex"]],
        "verified": False,
        "birthday": particulars["birth_date"].strftime("%d.%m.%Y"),
        **({"phone": (account.phone or "").lstrip("+")} if scopes.opens(scope, scopes.PHONE) else {}),
        **({"email": account.email or ""} if scopes.opens(scope, scopes.EMAIL) else {}),
    }


@dataclass(frozen=True)
class Identity:
    """An identity token that VK ID has signed, and the family it was given with."""

    claims: dict[str, Any]
    grant: Grant

    @property
    def world_id(self) -> int:
        """The world of the family."""
        return self.grant.world_id


def _found_identity(database: Database, asked: Presented) -> Identity:
    claims = claims_of(database, asked["id_token"])
    grant = find_grant(database, grant_id_of(claims)) if claims else None
    if claims is None or grant is None:
        raise TokenRefused(*WRONG_ID_TOKEN)
    return Identity(claims, grant)


def _identity_fits(called: Called) -> None:
    identity: Identity = called.found
    claims = identity.claims
    if called.asked["client_id"] != claims["app"]:
        raise TokenRefused(*WRONG_CLIENT)
    if identity.grant.ended_at is not None or called.world.now() >= claims["exp"]:
        raise TokenRefused(*WRONG_ID_TOKEN)


def _public_particulars(called: Called) -> dict[str, Any]:
    """What may be shown before the person presses «Продолжить как …»: masked."""
    identity: Identity = called.found
    account, profile = who_allowed(called.database, identity.grant)
    person = profile or account
    return {
        "user": {
            "user_id": identity.claims["sub"],
            "first_name": person.first_name,
            "last_name": f"{person.last_name[:1]}.",
            "phone": masked_phone(account.phone) if account.phone else "",
            "email": _masked_email(account.email) if account.email else "",
            "avatar": called.asked.root + AVATAR,
        }
    }


def _masked_email(email: str) -> str:
    name, _at, site = email.partition("@")
    return f"{name[:1]}***@{site}"


USER_INFO = Endpoint(
    says="Узнать данные человека, на которые он дал права",
    takes={
        "client_id": CLIENT_ID,
        "access_token": "токен; его можно прислать и заголовком Authorization: Bearer",
    },
    find=found_access_token,
    checks=ACCESS_CHECKS,
    answer=_particulars,
    gives={"user": {"type": "object"}},
    refuses=(WRONG_TOKEN, WRONG_CLIENT),
    point="user_info",
)
PUBLIC_INFO = Endpoint(
    says="Узнать замаскированные данные того, кому выдан id_token",
    takes={"client_id": CLIENT_ID, "id_token": "из ответа с токенами"},
    find=_found_identity,
    checks=(*SHARED_CHECKS, _identity_fits),
    answer=_public_particulars,
    gives={"user": {"type": "object"}},
    refuses=(WRONG_ID_TOKEN, WRONG_CLIENT),
    point="public_info",
)
