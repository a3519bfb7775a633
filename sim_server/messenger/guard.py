"""Who is in the messenger in this browser, and which chats are open to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, request, session

from sim_server.domain.chat_roles import Membership
from sim_server.domain.chats import membership_of
from sim_server.domain.vk_accounts import VkUser, identities_of
from sim_server.vk_id.clients import Client
from sim_server.vk_sign_in import VkSignIn
from sim_server.web.sessions import own_session
from sim_server.web.site import configured, current_place, current_world, go_to, lets_in


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


def visitor_as(wanted: str) -> Visitor | None:
    """Who is here now, if it is that very study profile or none is wanted.

    Whoever is here as their page becomes the wanted profile by it.
    """
    visitor = find_visitor()
    if visitor and visitor.other and wanted == str(visitor.other.id):
        visitor = switch(visitor)
    return visitor if visitor and wanted in ("", str(visitor.user.id)) else None


def find_visitor() -> Visitor | None:
    """Who is here in this browser."""
    if "user" not in session:
        return None
    identities = {one.id: one for one in identities_of(current_world(), session["user"])}
    user = identities.pop(session["user"], None)
    return Visitor(user, next(iter(identities.values()), None)) if user else None


def switch(visitor: Visitor) -> Visitor:
    """Let the person go on as the other one they can be, if they can be another."""
    if visitor.other is None:
        return visitor
    session["user"] = visitor.other.id
    return Visitor(visitor.other, visitor.user)


def _of_page() -> Visitor | None:
    """Who is here, if an open page that asks what is new is theirs."""
    visitor = find_visitor()
    return visitor if visitor and request.args.get("user") == str(visitor.user.id) else None


def _to_sign_in() -> Any:
    """To the sign-in page; `?profile=` asks VK ID for that study profile at once: a journal has led the person here."""
    wanted = request.args.get("profile")
    if not wanted:
        return go_to("sign_in.choose")
    session.pop("expected", None)
    session["wanted"] = wanted
    return redirect(vk_sign_in().begin(own_session().name_browser(), login_hint=wanted), 303)


signed_in = lets_in(lambda: visitor_as(request.args.get("profile", "")), _to_sign_in)
# Nobody is signed in now, or somebody else is.
still_there = lets_in(_of_page, lambda: ("", 409 if find_visitor() else 401))


def own_membership(visitor: Visitor, chat_id: int) -> Membership:
    """The person's membership of that chat; raises NotAMember."""
    return membership_of(current_world(), visitor.user, chat_id)


def vk_sign_in() -> VkSignIn:
    """The messenger's side of a sign-in by VK ID."""
    config = configured(MessengerConfig)
    return VkSignIn(config.client, current_world(), current_place(), config.vk_id)
