"""What the sites remember of browsers, by the token in the cookie; it ages by the world's clock."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from sim_server.domain.tables import SiteSessionRow
from sim_server.domain.worlds import World

OF_TOKEN = select(SiteSessionRow.data, SiteSessionRow.expires_at).where(
    SiteSessionRow.id == bindparam("token"),
    SiteSessionRow.world_id == bindparam("world_id"),
    SiteSessionRow.site == bindparam("site"),
)


@dataclass(frozen=True)
class SiteSession:
    """What is kept under a token, and until when."""

    data: dict[str, Any]
    expires_at: float


def find_session(world: World, site: str, token: str) -> SiteSession | None:
    """What that site remembers under the token, unless it has expired."""
    row = world.database.look_up(OF_TOKEN, token=token, world_id=world.id, site=site)
    return None if row is None or row.expires_at < world.now() else SiteSession(*row)


def keep_session(world: World, site: str, token: str, kept: SiteSession, instead_of: str | None) -> None:
    """Remember this under the token, and nothing any more under the one it had before.

    A world that was dropped meanwhile (a scenario ended, people began anew) needs no session any more.
    """
    row = SiteSessionRow(id=token, world_id=world.id, site=site, data=kept.data, expires_at=kept.expires_at)
    with suppress(IntegrityError), world.database.write() as session:
        if instead_of is not None:
            session.execute(delete(SiteSessionRow).where(SiteSessionRow.id == instead_of))
        session.merge(row)


def prolong_session(world: World, token: str, expires_at: float) -> None:
    """Change only the time: what another request has written or ended meanwhile stays so."""
    own = update(SiteSessionRow).where(SiteSessionRow.id == token)
    world.database.execute(own.values(expires_at=expires_at))
