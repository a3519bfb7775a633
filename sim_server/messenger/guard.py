"""Who is in the messenger in this browser, and which chats are open to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import redirect, request, session, url_for

from sim_server.domain.chat_roles import Membership
from sim_server.domain.chats import membership_of
from sim_server.domain.vk_accounts import VkUser, identities_of
from sim_server.vk_id.clients import Client
from sim_server.vk_sign_in import VkSignIn
from sim_server.web.sessions import own_session
from sim_server.web.site import configured, current_place, current_world


@dataclass(frozen=True)
class MessengerConfig:
    """The messenger as VK ID knows it, and the WSGI app of VK ID, for the back channel."""

    client: Client
    vk_id: Any


@dataclass(frozen=True)
class Visitor:
    """Who is here, and who else the same VK ID can be here."""

    user: VkUser
    other: VkUser | None


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only somebody of VK ID in, and gives the view the visitor first; others see the sign-in page.

    `?profile=` asks for that very study profile, and VK ID for it at once: a journal has led the person here.
    """

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        wanted = request.args.get("profile", "")
        visitor = visitor_as(wanted)
        if visitor is not None:
            return view(visitor, **arguments)
        if not wanted:
            return redirect(url_for("sign_in.choose"), 303)
        session.pop("expected", None)
        session["wanted"] = wanted
        return redirect(vk_sign_in().begin(own_session().identify(), login_hint=wanted), 303)

    return guarded


def visitor_as(wanted: str) -> Visitor | None:
    """Who is here now, if it is that very study profile or none is wanted.

    Whoever is here as their page becomes the wanted profile by it.
    """
    visitor = find_visitor()
    if visitor and visitor.other and wanted == str(visitor.other.id):
        visitor = switch(visitor)
    return visitor if visitor and wanted in ("", str(visitor.user.id)) else None


def still_there(view: Callable[..., Any]) -> Callable[..., Any]:
    """For an open page that asks what is new: answers 401 if nobody is signed in now, 409 if somebody else is."""

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        visitor = find_visitor()
        if visitor is None:
            return "", 401
        if request.args.get("user") != str(visitor.user.id):
            return "", 409
        return view(visitor, **arguments)

    return guarded


def find_visitor() -> Visitor | None:
    """Who is here in this browser."""
    if "user" not in session:
        return None
    identities = {one.id: one for one in identities_of(current_world(), session["user"])}
    user = identities.pop(session["user"], None)
    return Visitor(user, next(iter(identities.values()), None)) if user else None


def switch(visitor: Visitor) -> Visitor:
    """Lets the person go on as the other one they can be, if they can be another."""
    if visitor.other is None:
        return visitor
    session["user"] = visitor.other.id
    return Visitor(visitor.other, visitor.user)


def own_membership(visitor: Visitor, chat_id: int) -> Membership:
    """The person's membership of that chat; raises NotAMember."""
    return membership_of(current_world(), visitor.user, chat_id)


def vk_sign_in() -> VkSignIn:
    """The messenger's side of a sign-in by VK ID."""
    config = configured(MessengerConfig)
    return VkSignIn(config.client, current_world(), current_place(), config.vk_id)
