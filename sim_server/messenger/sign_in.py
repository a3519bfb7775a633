"""Who may use the messenger: its sign-in page, the way through VK ID and back, and the guard of its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Blueprint, current_app, g, redirect, render_template, request, session, url_for

from sim_server.domain.tables import VkUser
from sim_server.vk_id.journey import SELECT_ACCOUNT
from sim_server.vk_sign_in import SignInFailed, VkSignIn
from sim_server.web.sessions import WorldSession
from sim_server.web.site import current_place, current_world

sign_in = Blueprint("sign_in", __name__)


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only somebody of VK ID in (`g.user`). `?profile=` asks VK ID for that very study profile.

    Who comes by themselves is shown the sign-in page first; a journal's link leads straight to VK ID.
    """

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        wanted = request.args.get("profile", "")
        g.user = _signed_in_user()
        if g.user is None and not wanted:
            return redirect(url_for("sign_in.show"), 303)
        if g.user is None or wanted not in ("", str(g.user.id)):
            session.pop("expected", None)
            return redirect(_vk_sign_in().begin(_browser(), login_hint=wanted), 303)
        return view(**arguments)

    return guarded


@sign_in.get("/sign-in")
def show() -> Any:
    """The page with both buttons; `?profile=` says whose account is expected. Whoever is in already goes on."""
    expected = request.args.get("profile", "")
    user = _signed_in_user()
    if user is not None and expected in ("", str(user.id)):
        return redirect(url_for("messenger.front"), 303)
    return render_template("messenger/sign_in.html", expected=expected)


@sign_in.get("/sign-in/vk")
def begin() -> Any:
    """Goes to VK ID, which lets the person see who signs in; both buttons lead here."""
    expected = session["expected"] = request.args.get("profile", "")
    address = _vk_sign_in().begin(_browser(), login_hint=expected, prompt=SELECT_ACCOUNT)
    return redirect(address, 303)


@sign_in.get("/vk/callback")
def end() -> Any:
    """Takes the person back from VK ID; lets nobody in but the one who is expected, if one is."""
    expected = session.pop("expected", "")
    try:
        identity = _vk_sign_in().complete(_browser(), request.args)
    except SignInFailed:
        return render_template("messenger/refused.html", again=_page_for(expected)), 403
    if expected not in ("", str(identity.profile_id)):
        return redirect(url_for("sign_in.show_other_account", profile=expected), 303)
    session["user"] = identity.profile_id
    return redirect(url_for("messenger.front"), 303)


@sign_in.get("/sign-in/other-account")
def show_other_account() -> str:
    """Says that another account is linked, and leads back to the sign-in page."""
    return render_template("messenger/other_account.html", again=_page_for(request.args.get("profile", "")))


def _page_for(expected: str) -> str:
    return url_for("sign_in.show", profile=expected or None)


def _signed_in_user() -> VkUser | None:
    user_id = session.get("user")
    if user_id is None:
        return None
    with current_world().database.read() as database:
        user = database.get(VkUser, user_id)
    return user if user and user.world_id == current_world().id else None


def _browser() -> str:
    return cast(WorldSession, session).identify()


def _vk_sign_in() -> VkSignIn:
    config = current_app.config
    return VkSignIn(config["CLIENT"], current_world(), current_place(), config["VK_ID"])
