"""Sessions kept in the world: they expire by the world's clock, the cookie carries only their id."""

from __future__ import annotations

import secrets
from typing import Any, cast

from flask import Flask, Request, Response, request
from flask import session as current_session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from sim_server.domain.site_sessions import SiteSession, find_session, keep_session, prolong_session
from sim_server.domain.worlds import World

COOKIE = "sid"
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
        """Go on under a new id: what was known of the old one is worth nothing after signing in."""
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
        kept = find_session(world, self._site, token)
        return WorldSession(dict(kept.data), token, kept.expires_at) if kept else WorldSession({}, None)

    def save_session(self, app: Flask, session: WorldSession, response: Response) -> None:  # type: ignore[override]
        """Write a session that changed or grew old, and set the cookie of a new one."""
        world: World | None = request.environ.get("svyazka.world")
        if session.modified:
            session.identify()
        if world is None or session.token is None or not self._is_due(world, session):
            return
        expires_at = world.now() + self._lifetime
        if session.modified:
            kept = SiteSession(dict(session), expires_at)
            keep_session(world, self._site, session.token, kept, session.abandoned_token)
        else:
            prolong_session(world, session.token, expires_at)
        if request.cookies.get(COOKIE) != session.token:
            response.set_cookie(
                COOKIE, session.token, httponly=True, secure=request.is_secure, samesite="Lax"
            )

    def _is_due(self, world: World, session: WorldSession) -> bool:
        left = session.expires_at - world.now()
        return session.modified or left < self._lifetime * REFRESHED_SHARE


def own_session() -> WorldSession:
    """What the site of this request remembers of its browser."""
    return cast(WorldSession, current_session)
