"""Families of tokens: what a code is exchanged for, how each pair gives way to the next, and how all of them end."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlalchemy.orm import Session

from sim_server.domain.authorizations import Authorization, AuthorizationCode
from sim_server.domain.consents import connect
from sim_server.domain.database import Database
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import (
    AccessTokenRow,
    AuthorizationCodeRow,
    GrantRow,
    RefreshTokenRow,
    StudyProfileRow,
    VkAccountRow,
)
from sim_server.domain.values import value_of, value_or_none
from sim_server.domain.vk_accounts import StudyProfile, VkAccount
from sim_server.domain.worlds import World

DAY = 86400
OPENED = select(AccessTokenRow.expires_at, GrantRow).join(GrantRow, GrantRow.id == AccessTokenRow.grant_id)
BY_ACCESS_TOKEN = OPENED.where(AccessTokenRow.token == bindparam("token"))
RENEWED = select(RefreshTokenRow.expires_at, GrantRow).join(GrantRow, GrantRow.id == RefreshTokenRow.grant_id)
BY_REFRESH_TOKEN = RENEWED.where(RefreshTokenRow.token == bindparam("token"))


@dataclass(frozen=True)
class Grant(Authorization):
    """A family of tokens: whose, and for whom."""

    id: str
    ended_at: float | None


@dataclass(frozen=True)
class Token:
    """An access or a refresh token that was presented, with its family."""

    token: str
    expires_at: float
    grant: Grant

    @property
    def world_id(self) -> int:
        """The world of the family."""
        return self.grant.world_id


@dataclass(frozen=True)
class Pair:
    """What a client gets: the right to ask now, and the right to the next pair."""

    access_token: str
    refresh_token: str
    grant: Grant


def open_grant(world: World, code: AuthorizationCode) -> Pair:
    """Give the client of the code its first pair; from now on the person is connected with it."""
    grant = Grant(**vars(value_of(Authorization, code)), id=secrets.token_urlsafe(16), ended_at=None)
    with world.database.write() as session:
        session.add(GrantRow(**vars(grant), given_at=world.now()))
        session.flush()
        known = update(AuthorizationCodeRow).where(AuthorizationCodeRow.code == code.code)
        session.execute(known.values(grant_id=grant.id))
        connect(session, world, code.vk_account_id, code.client_id, code.scope)
        return _issue(session, world, grant)


def renew(world: World, presented: Token) -> Pair | None:
    """Give the next pair for a refresh token, which then is used up; None, and the family's end, if it was before.

    Whoever presents a used one has it from somebody: nobody can tell who is who. RFC 9700 §4.14.2.
    """
    used = update(RefreshTokenRow).where(
        RefreshTokenRow.token == presented.token, RefreshTokenRow.used_at.is_(None)
    )
    using = used.values(used_at=world.now()).returning(RefreshTokenRow.token)
    with world.database.write() as session:
        if session.scalar(using) is not None:
            return _issue(session, world, presented.grant)
        _end(session, world, GrantRow.id == presented.grant.id)
        world.log(session, "refresh_token_reused", client=presented.grant.client_id)
    return None


def let_expire(world: World, pair: Pair) -> None:
    """Let the access token be too old at once; the right to the next pair stays."""
    given = AccessTokenRow.token == pair.access_token
    world.database.execute(update(AccessTokenRow).where(given).values(expires_at=world.now() - 1))


def end_grant_of(world: World, code: AuthorizationCode) -> None:
    """End what the code was exchanged for: it was presented again. RFC 6749 §4.1.2."""
    given = select(AuthorizationCodeRow.grant_id).where(AuthorizationCodeRow.code == code.code)
    with world.database.write() as session:
        _end(session, world, GrantRow.id == given.scalar_subquery())
        world.log(session, "code_reused", client=code.client_id)


def end_grant(world: World, grant: Grant) -> None:
    """End one family: the person has left the client."""
    with world.database.write() as session:
        _end(session, world, GrantRow.id == grant.id)


def end_grants(session: Session, world: World, account_id: int, client_id: str) -> None:
    """End all that the client was given by the person."""
    _end(session, world, GrantRow.vk_account_id == account_id, GrantRow.client_id == client_id)


def drop_codes(session: Session, account_id: int, client_id: str) -> None:
    """Let the client exchange no code that it was given by the person and has not used yet."""
    given = AuthorizationCodeRow.vk_account_id == account_id, AuthorizationCodeRow.client_id == client_id
    session.execute(delete(AuthorizationCodeRow).where(*given, AuthorizationCodeRow.used_at.is_(None)))


def find_access_token(database: Database, token: str) -> Token | None:
    """The access token, of whatever world."""
    return _presented(token, database.look_up(BY_ACCESS_TOKEN, token=token))


def find_refresh_token(database: Database, token: str) -> Token | None:
    """The refresh token, of whatever world."""
    return _presented(token, database.look_up(BY_REFRESH_TOKEN, token=token))


def find_grant(database: Database, grant_id: str) -> Grant | None:
    """The family with that id, of whatever world."""
    return database.value(Grant, select(GrantRow).where(GrantRow.id == grant_id))


def who_allowed(database: Database, grant: Grant) -> tuple[VkAccount, StudyProfile | None]:
    """Whose particulars it opens: the VK ID, with the study profile if the client needs one."""
    with database.read() as session:
        account = value_of(VkAccount, session.get_one(VkAccountRow, grant.vk_account_id))
        profile = session.get_one(StudyProfileRow, grant.profile_id) if grant.profile_id else None
        return account, value_or_none(StudyProfile, profile)


def _presented(token: str, found: Any) -> Token | None:
    return Token(token, found.expires_at, value_of(Grant, found)) if found else None


def _issue(session: Session, world: World, grant: Grant) -> Pair:
    """A new pair; the access tokens before it end, as the next pair takes their place."""
    now, own = world.now(), {"world_id": world.id, "grant_id": grant.id}
    earlier = AccessTokenRow.grant_id == grant.id, AccessTokenRow.expires_at > now
    session.execute(update(AccessTokenRow).where(*earlier).values(expires_at=now))
    pair = Pair(secrets.token_urlsafe(32), secrets.token_urlsafe(32), grant)
    access = {"token": pair.access_token, "expires_at": now + LIMITS.access_token_minutes * 60}
    refresh = {"token": pair.refresh_token, "expires_at": now + LIMITS.refresh_token_days * DAY}
    session.add_all([AccessTokenRow(**own, **access), RefreshTokenRow(**own, **refresh)])
    return pair


def _end(session: Session, world: World, *which: ColumnElement[bool]) -> None:
    session.execute(update(GrantRow).where(*which, GrantRow.ended_at.is_(None)).values(ended_at=world.now()))
