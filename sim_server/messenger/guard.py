"""Who is in the messenger in this browser, and which chats are open to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import abort, current_app, g, redirect, request, session, url_for

from sim_server.domain.chat_roles import Membership
from sim_server.domain.chats import NotAMember, membership_of
from sim_server.domain.vk_accounts import VkUser, identities_of
from sim_server.vk_sign_in import VkSignIn
from sim_server.web.sessions import WorldSession
from sim_server.web.site import current_place, current_world


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only somebody of VK ID in (`g.user`; `g.other` is who else they can be here); others see the sign-in page.

    `?profile=` asks for that very study profile, and VK ID for it at once: a journal has led the person here.
    """

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        wanted = request.args.get("profile", "")
        if is_in(wanted):
            return view(**arguments)
        if not wanted:
            return redirect(url_for("sign_in.choose"), 303)
        session.pop("expected", None)
        session["wanted"] = wanted
        return redirect(vk_sign_in().begin(browser(), login_hint=wanted), 303)

    return guarded


def is_in(wanted: str = "") -> bool:
    """Whether somebody is here now: that very study profile, if one is wanted.

    Whoever is here as their page becomes the wanted profile by it.
    """
    find_user()
    if g.other is not None and wanted == str(g.other.id):
        switch_to_other()
    return g.user is not None and wanted in ("", str(g.user.id))


def still_there(view: Callable[..., Any]) -> Callable[..., Any]:
    """For an open page that asks what is new: answers 401 if nobody is signed in now, 409 if somebody else is."""

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        find_user()
        if g.user is None:
            return "", 401
        if request.args.get("user") != str(g.user.id):
            return "", 409
        return view(**arguments)

    return guarded


def find_user() -> None:
    """Puts into `g` who is here, and who else the same VK ID can be here."""
    g.user = g.other = None
    if "user" not in session:
        return
    for one in identities_of(current_world(), session["user"]):
        if one.id == session["user"]:
            g.user = one
        else:
            g.other = one


def switch_to_other() -> None:
    """Lets the person go on as the other one they can be."""
    g.user, g.other = g.other, g.user
    session["user"] = g.user.id


def own_membership(chat_id: int) -> Membership:
    """The person's membership of that chat; a chat that is not theirs is not found."""
    try:
        return membership_of(current_world(), cast(VkUser, g.user), chat_id)
    except NotAMember:
        abort(404)


def browser() -> str:
    """What a sign-in request is bound to."""
    return cast(WorldSession, session).identify()


def vk_sign_in() -> VkSignIn:
    """The messenger's side of a sign-in by VK ID."""
    config = current_app.config
    return VkSignIn(config["CLIENT"], current_world(), current_place(), config["VK_ID"])
