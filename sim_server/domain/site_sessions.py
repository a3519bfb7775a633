"""What the sites remember of browsers, by the token in the cookie; it ages by the world's clock."""

from __future__ import annotations

import hmac
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.tables import RenewedSessionRow, SiteSessionRow
from sim_server.domain.worlds import World

OF_TOKEN = select(SiteSessionRow.data, SiteSessionRow.expires_at).where(
    SiteSessionRow.id == bindparam("token"),
    SiteSessionRow.world_id == bindparam("world_id"),
    SiteSessionRow.site == bindparam("site"),
)
WENT_ON = select(RenewedSessionRow.went_on, RenewedSessionRow.press, RenewedSessionRow.until).where(
    RenewedSessionRow.id == bindparam("token"),
    RenewedSessionRow.world_id == bindparam("world_id"),
    RenewedSessionRow.site == bindparam("site"),
)
SECOND_PRESS_SECONDS = 60  # the second press of a hand comes much sooner
MOST_RENEWALS = 8  # that one second press is led through


@dataclass(frozen=True)
class SiteSession:
    """What is kept under a token, and until when; `begun` says that the site has remembered it before."""

    data: dict[str, Any]
    expires_at: float
    begun: bool = False


@dataclass(frozen=True)
class Renewed:
    """The token that a session had before, and what the request said by which it was renewed, if that counts twice."""

    token: str
    press: str = ""


def find_session(world: World, site: str, token: str) -> SiteSession | None:
    """What that site remembers under the token, unless it has expired."""
    row = world.database.look_up(OF_TOKEN, token=token, world_id=world.id, site=site)
    if row is None or row.expires_at < world.now():
        return None
    return SiteSession(row.data, row.expires_at, begun=True)


def keep_session(world: World, site: str, token: str, kept: SiteSession, instead_of: Renewed | None) -> None:
    """Remember this under the token, and nothing any more under the one it had before.

    One that was ended or renewed meanwhile stays so, whatever a slower request still wants to write.
    A world that was dropped meanwhile (a scenario ended, people began anew) needs no session any more.
    """
    changed = {"data": kept.data, "expires_at": kept.expires_at}
    with suppress(IntegrityError), world.database.write() as session:
        if instead_of is not None:
            _abandon(session, world, site, token, instead_of)
        if kept.begun and instead_of is None:
            session.execute(update(SiteSessionRow).where(SiteSessionRow.id == token).values(**changed))
        else:
            session.add(SiteSessionRow(id=token, world_id=world.id, site=site, **changed))


def prolong_session(world: World, token: str, expires_at: float) -> None:
    """Change only the time: what another request has written or ended meanwhile stays so."""
    own = update(SiteSessionRow).where(SiteSessionRow.id == token)
    world.database.execute(own.values(expires_at=expires_at))


def where_it_went_on(world: World, site: str, token: str, press: str) -> str | None:
    """The present token of a renewed session, for whoever sends the very request again by which it was renewed.

    Nobody else gets on: who planted the session does not know what was typed, and may try once.
    """
    found = world.database.look_up(WENT_ON, token=token, world_id=world.id, site=site)
    if found is None or not found.press or found.until < world.now():
        return None
    if not hmac.compare_digest(found.press, press):
        world.database.execute(delete(RenewedSessionRow).where(RenewedSessionRow.id == token))
        return None
    for _renewal in range(MOST_RENEWALS):
        token = found.went_on
        found = world.database.look_up(WENT_ON, token=token, world_id=world.id, site=site)
        if found is None:
            break
    return token


def may_have_gone_on(world: World, site: str, token: str) -> bool:
    """Whether a session of that token was renewed, and by something that counts twice."""
    found = world.database.look_up(WENT_ON, token=token, world_id=world.id, site=site)
    return found is not None and bool(found.press)


def _abandon(session: Session, world: World, site: str, token: str, before: Renewed) -> None:
    session.execute(delete(SiteSessionRow).where(SiteSessionRow.id == before.token))
    until = world.now() + SECOND_PRESS_SECONDS
    known = {"world_id": world.id, "site": site, "went_on": token, "press": before.press, "until": until}
    session.merge(RenewedSessionRow(id=before.token, **known))
