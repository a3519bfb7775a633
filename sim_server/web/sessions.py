"""Sessions kept in the world: they expire by the world's clock, the cookie carries only their id."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.datastructures import CallbackDict

from sim_server.domain.tables import SiteSessionRow
from sim_server.domain.worlds import World

COOKIE = "sid"
BY_TOKEN = select(
    SiteSessionRow.id,
    SiteSessionRow.world_id,
    SiteSessionRow.site,
    SiteSessionRow.data,
    SiteSessionRow.expires_at,
).where(SiteSessionRow.id == bindparam("token"))
REFRESHED_SHARE = 0.95  # of the lifetime must be left, or the session is written anew


class WorldSession(CallbackDict[str, Any], SessionMixin):
    """One browser's memory of one site."""

    def __init__(self, data: dict[str, Any], token: str | None, expires_at: float = 0.0) -> None:
        super().__init__(data, WorldSession._touch)
        self.token = token
        self.abandoned_token: str | None = None
        self.expires_at = expires_at
        self.modified = False

    def _touch(self) -> None:
        self.modified = True

    def identify(self) -> str:
        """The session's id; a session that had none gets one, and its cookie."""
        if self.token is None:
            self.token = secrets.token_urlsafe(24)
            self.modified = True
        return self.token

    def renew(self) -> None:
        """Goes on under a new id: what was known of the old one is worth nothing after signing in."""
        self.abandoned_token, self.token = self.token, None
        self.identify()


class WorldSessions(SessionInterface):
    """Loads and saves the sessions of one site; a lifetime is counted from the last request."""

    def __init__(self, site: str, lifetime_seconds: float) -> None:
        self._site = site
        self._lifetime = lifetime_seconds

    def open_session(self, app: Flask, request: Request) -> WorldSession:
        """The session the cookie names, if it is this world's and has not expired; else an empty one."""
        world: World | None = request.environ.get("svyazka.world")
        token = request.cookies.get(COOKIE)
        if world is None or token is None:
            return WorldSession({}, None)
        row = world.database.look_up(BY_TOKEN, token=token)
        if row is None or (row.world_id, row.site) != (world.id, self._site) or row.expires_at < world.now():
            return WorldSession({}, None)
        return WorldSession(dict(row.data), row.id, row.expires_at)

    def save_session(self, app: Flask, session: WorldSession, response: Response) -> None:  # type: ignore[override]
        """Writes a session that changed or grew old, and sets the cookie of a new one."""
        world: World | None = request.environ.get("svyazka.world")
        if session.modified:
            session.identify()
        if world is None or session.token is None or not self._is_due(world, session):
            return
        # A world that was dropped meanwhile (a scenario ended, people began anew) needs no session any more.
        with suppress(IntegrityError), world.database.write() as database:
            if session.modified:
                self._write(database, world, session)
            else:
                self._prolong(database, world, session)
        if request.cookies.get(COOKIE) != session.token:
            response.set_cookie(
                COOKIE, session.token, httponly=True, secure=request.is_secure, samesite="Lax"
            )

    def _write(self, database: Session, world: World, session: WorldSession) -> None:
        if session.abandoned_token is not None:
            database.execute(delete(SiteSessionRow).where(SiteSessionRow.id == session.abandoned_token))
        database.merge(
            SiteSessionRow(
                id=session.token,
                world_id=world.id,
                site=self._site,
                data=dict(session),
                expires_at=world.now() + self._lifetime,
            )
        )

    def _prolong(self, database: Session, world: World, session: WorldSession) -> None:
        """Only the time: what another request has written or ended meanwhile stays so."""
        own = SiteSessionRow.id == session.token
        database.execute(update(SiteSessionRow).where(own).values(expires_at=world.now() + self._lifetime))

    def _is_due(self, world: World, session: WorldSession) -> bool:
        left = session.expires_at - world.now()
        return session.modified or left < self._lifetime * REFRESHED_SHARE
