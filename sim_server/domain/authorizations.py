"""Authorization codes, and the access tokens that they are exchanged for. Their checks are the protocol's: VK ID's."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from sim_server.domain.connections import connect
from sim_server.domain.database import Database
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import AccessTokenRow, AuthorizationCodeRow, StudyProfileRow, VkAccountRow
from sim_server.domain.values import value_of, value_or_none
from sim_server.domain.vk_accounts import StudyProfile, VkAccount
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class Authorization:
    """What a person has allowed a client; `typed` are particulars given for a study profile: see `linking.link`."""

    world_id: int
    client_id: str
    scope: str
    vk_account_id: int
    profile_id: int | None
    typed: dict[str, Any] | None


@dataclass(frozen=True)
class AuthorizationCode(Authorization):
    """What the callback carries. RFC 6749 §4.1.2."""

    code: str
    redirect_uri: str
    code_challenge: str
    device_id: str
    issued_at: float


@dataclass(frozen=True)
class AccessToken(Authorization):
    """The right to ask for the particulars of one person."""

    token: str
    expires_at: float


def find_code(database: Database, code: str) -> AuthorizationCode | None:
    """The code, of whatever world."""
    return database.value(
        AuthorizationCode, select(AuthorizationCodeRow).where(AuthorizationCodeRow.code == code)
    )


def use_code(world: World, code: AuthorizationCode) -> bool:
    """Use the code up; False if it was used before."""
    unused = AuthorizationCodeRow.code == code.code, AuthorizationCodeRow.used_at.is_(None)
    using = update(AuthorizationCodeRow).where(*unused).values(used_at=world.now())
    with world.database.write() as session:
        return session.scalar(using.returning(AuthorizationCodeRow.code)) is not None


def issue_token(world: World, code: AuthorizationCode) -> str:
    """Give the client of the code an access token; from now on the person is connected with it."""
    token, allowed = secrets.token_urlsafe(32), vars(value_of(Authorization, code))
    expires_at = world.now() + LIMITS.access_token_minutes * 60
    with world.database.write() as session:
        session.add(AccessTokenRow(token=token, expires_at=expires_at, **allowed))
        connect(session, world, code.vk_account_id, code.client_id)
    return token


def find_token(database: Database, token: str) -> AccessToken | None:
    """The access token, of whatever world."""
    return database.value(AccessToken, select(AccessTokenRow).where(AccessTokenRow.token == token))


def who_allowed(database: Database, token: AccessToken) -> tuple[VkAccount, StudyProfile | None]:
    """Whose particulars it opens: the VK ID, with the study profile if the client needs one."""
    with database.read() as session:
        account = value_of(VkAccount, session.get_one(VkAccountRow, token.vk_account_id))
        profile = session.get_one(StudyProfileRow, token.profile_id) if token.profile_id else None
        return account, value_or_none(StudyProfile, profile)
