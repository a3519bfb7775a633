"""Sessions kept in the world: they expire by the world's clock, the cookie carries only their id."""

from __future__ import annotations

import hmac
import json
import secrets
from hashlib import sha256
from typing import Any, cast

from flask import Flask, Request, Response, current_app, request
from flask import session as current_session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from sim_server.domain.site_sessions import (
    Renewed,
    SiteSession,
    find_session,
    keep_session,
    may_have_gone_on,
    prolong_session,
    where_it_went_on,
)
from sim_server.domain.worlds import World

COOKIE = "sid"
BROWSER = "browser"  # the key of a session that names its browser, whatever id the session has
REFRESHED_SHARE = 0.95  # of the lifetime must be left, or the session is written anew


class WorldSession(CallbackDict[str, Any], SessionMixin):
    """One browser's memory of one site."""

    def __init__(self, data: dict[str, Any], token: str | None, expires_at: float = 0.0) -> None:
        super().__init__(data, WorldSession._touch)
        self.token = token
        self.begun = token is not None
        self.renewed: Renewed | None = None
        self.earlier_token: str | None = None  # that a second press still came under
        self.expires_at = expires_at
        self.modified = False
        self._form_owner: str | None = None

    def _touch(self) -> None:
        self.modified = True

    def identify(self) -> str:
        """The session's id; a session that had none gets one, and its cookie."""
        if self.token is None:
            self.token = secrets.token_urlsafe(24)
            self.modified = True
        return self.token

    def name_browser(self) -> str:
        """A name of the browser that stays when the session is renewed; it opens nothing to whoever knows it."""
        if BROWSER not in self:
            self[BROWSER] = secrets.token_urlsafe(16)
        return str(self[BROWSER])

    def renew(self) -> None:
        """Go on under a new id: what was known of the old one is worth nothing after signing in."""
        if self.token is not None and self.renewed is None:
            self.renewed = Renewed(self.token)
        self.token = None
        self.identify()

    def begin_anew(self) -> None:
        """Go on under a new id and know nothing any more but which browser this is."""
        known = self.get(BROWSER)
        self.clear()
        if known is not None:
            self[BROWSER] = known
        self.renew()

    def renew_by_press(self) -> None:
        """Go on under a new id because this request has proven who it is; sent twice, it leads into one session."""
        self.renew()
        if self.renewed is not None:
            self.renewed = Renewed(self.renewed.token, _said_in(request, current_app))

    def let_forms_belong_to(self, owner: str) -> None:
        """Bind the forms of this request's page to something that outlasts the session's id."""
        self._form_owner = owner

    def owns_form_of(self, owner: str) -> bool:
        """Whether a form that was made for that owner is this session's."""
        return owner in (self.form_owner, self.earlier_token)

    @property
    def form_owner(self) -> str:
        """Whose the forms of this request's page are."""
        return self._form_owner or self.identify()


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
        known = self._known(world, token)  # an empty session is false, and yet one
        if known is None:
            known = self._gone_on(app, request, world, token)
        return WorldSession({}, None) if known is None else known

    def save_session(self, app: Flask, session: WorldSession, response: Response) -> None:  # type: ignore[override]
        """Write a session that changed or grew old, and set the cookie of a new one."""
        world: World | None = request.environ.get("svyazka.world")
        if session.modified:
            session.identify()
        if world is None or session.token is None:
            return
        if self._is_due(world, session):
            self._save(world, session)
        if session.modified or session.earlier_token:
            self._set_cookie(session.token, response)

    def _known(self, world: World, token: str) -> WorldSession | None:
        kept = find_session(world, self._site, token)
        return WorldSession(dict(kept.data), token, kept.expires_at) if kept else None

    def _gone_on(self, app: Flask, request: Request, world: World, token: str) -> WorldSession | None:
        """The session of whoever presses twice, before the new cookie has come."""
        if not may_have_gone_on(world, self._site, token):
            return None
        present = where_it_went_on(world, self._site, token, _said_in(request, app))
        session = self._known(world, present) if present else None
        if session is not None:
            session.earlier_token = token
        return session

    def _save(self, world: World, session: WorldSession) -> None:
        expires_at = world.now() + self._lifetime
        if session.modified:
            kept = SiteSession(dict(session), expires_at, session.begun)
            keep_session(world, self._site, session.identify(), kept, session.renewed)
        else:
            prolong_session(world, session.identify(), expires_at)

    def _is_due(self, world: World, session: WorldSession) -> bool:
        left = session.expires_at - world.now()
        return session.modified or left < self._lifetime * REFRESHED_SHARE

    def _set_cookie(self, token: str, response: Response) -> None:
        if request.cookies.get(COOKIE) != token:
            response.set_cookie(COOKIE, token, httponly=True, secure=request.is_secure, samesite="Lax")


def own_session() -> WorldSession:
    """What the site of this request remembers of its browser."""
    return cast(WorldSession, current_session)


def own_browser() -> str:
    """The name of this request's browser; empty for one that was never here."""
    return str(own_session().get(BROWSER, ""))


def browser_of(world: World, site: str, token: str) -> str:
    """The name of the browser whose session of that site this is; empty if there is none."""
    kept = find_session(world, site, token)
    return str(kept.data.get(BROWSER, "")) if kept else ""


def _said_in(request: Request, app: Flask) -> str:
    """What tells this request from any other that asks the same, unreadable: it may hold a password."""
    said = [request.method, request.path, sorted(request.args.items(True)), sorted(request.form.items(True))]
    return hmac.new(str(app.secret_key).encode(), json.dumps(said).encode(), sha256).hexdigest()
