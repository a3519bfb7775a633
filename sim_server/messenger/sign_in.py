"""Entering and leaving the messenger: the page with «Войти» and «Войти в Сферум», the way through VK ID and back."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for

from sim_server.domain.calls import leave_every_call
from sim_server.messenger.guard import find_visitor, visitor_as, vk_sign_in
from sim_server.vk_id.clients import SELECT_ACCOUNT
from sim_server.vk_sign_in import CallbackForged, OtherPersonSignedIn, SignInFailed
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session
from sim_server.web.site import current_world, go_to

sign_in = Blueprint("sign_in", __name__)


@sign_in.get("/sign-in")
def choose() -> Any:
    """The page with both buttons; `?profile=` says whose account is expected. Whoever is in already goes on."""
    expected = request.args.get("profile", "")
    if visitor_as(expected):
        return go_to("messenger.front")
    return render_template("messenger/sign_in.html", expected=expected)


@sign_in.get("/sign-in/vk")
def begin() -> Any:
    """Go to VK ID, which lets the person see who signs in; both buttons lead here."""
    expected = session["expected"] = session["wanted"] = request.args.get("profile", "")
    return redirect(
        vk_sign_in().begin(own_session().name_browser(), login_hint=expected, prompt=SELECT_ACCOUNT), 303
    )


@sign_in.get("/vk/callback")
def end() -> Any:
    """Take the person back from VK ID; let nobody in but the one who is expected, if one is.

    Who is only wanted, because a journal led here, may be somebody else: somebody with a study profile.
    """
    expected, wanted = session.pop("expected", ""), session.pop("wanted", "")
    try:
        identity = vk_sign_in().complete(own_session().name_browser(), request.args)
    except OtherPersonSignedIn:
        return _refuse_other_account(wanted)
    except CallbackForged:
        # An answer that comes twice to somebody who is in: nothing is wrong then.
        return go_to("messenger.front") if visitor_as(expected) else _refuse(wanted)
    except SignInFailed:
        return _refuse(wanted)
    if expected not in ("", str(identity.user_id)):
        return _refuse_other_account(expected)
    own_session().renew_by_press()
    session.update(user=identity.user_id, state=request.args["state"])
    return go_to("messenger.front")


@sign_in.get("/sign-in/other-account")
def tell_other_account() -> str:
    """Say that another account is linked, and lead back to the sign-in page."""
    return render_template("messenger/other_account.html", again=_page_for(request.args.get("profile", "")))


@sign_in.post("/exit")
def leave() -> Any:
    """Sign out, out of a running call too; the link, the chats and what VK ID remembers stay."""
    if SiteForm().validate():
        visitor = find_visitor()
        if visitor is not None:
            leave_every_call(current_world(), [one for one in (visitor.user, visitor.other) if one])
        session.pop("user", None)
    return go_to("messenger.front")


def _refuse(wanted: str) -> Any:
    return render_template("messenger/refused.html", again=_page_for(wanted)), 403


def _refuse_other_account(expected: str) -> Any:
    return go_to("sign_in.tell_other_account", profile=expected or None)


def _page_for(expected: str) -> str:
    return url_for("sign_in.choose", profile=expected or None)
