"""VK ID's own addresses: the start of a sign-in, the published keys, the picture of everybody."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from sim_server.domain.protocol_rules import rules_of
from sim_server.vk_id.authorize import Asked, RequestRefused, RequestReturned, check_request, returned_address
from sim_server.vk_id.calls import let_pages_read
from sim_server.vk_id.identity_tokens import published_keys
from sim_server.vk_id.openapi import document
from sim_server.vk_id.popup import tell_opener
from sim_server.vk_id.sign_in import VkIdConfig
from sim_server.vk_id.vpn import refuse_vpn
from sim_server.web.sessions import own_session
from sim_server.web.site import (
    REMEMBERED,
    back_channel,
    configured,
    current_place,
    current_world,
    meet_faults,
)

protocol = Blueprint("protocol", __name__)
AVATAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#d5dde8"/>'
    '<circle cx="4" cy="3" r="1.4" fill="#7f92ad"/><path d="M1 8a3 3 0 0 1 6 0z" fill="#7f92ad"/></svg>'
)


@protocol.get("/authorize")
def authorize() -> Any:
    """Open a person's way through the screens for a client."""
    disturbed = meet_faults("authorize", request.args.get("client_id", ""))
    if disturbed is not None:
        return disturbed
    sign_ins, world = configured(VkIdConfig).sign_ins, current_world()
    asked = Asked(request.args, current_place(), sign_ins.known(world), rules_of(world), _repeated())
    try:
        wanted = check_request(asked)
    except RequestRefused as refused:
        return render_template("vk_id/refused.html", reason=str(refused)), 400
    except RequestReturned as returned:
        address = returned_address(asked, *returned.args)
        if asked.opener:
            return tell_opener(asked.opener, asked["redirect_uri"], address)
        return redirect(address, 303)
    refuse_vpn(asked.client, request.full_path, real_asks=sign_ins.is_real(asked.client))
    return sign_ins.begin(asked.client, wanted, own_session().get(REMEMBERED))


def _repeated() -> frozenset[str]:
    return frozenset(name for name, values in request.args.lists() if len(values) > 1)


@protocol.get("/.well-known/jwks.json")
@back_channel
def keys() -> Response:
    """The keys that prove identity tokens."""
    return let_pages_read(jsonify(published_keys(configured(VkIdConfig).database)))


@protocol.get("/openapi.json")
@back_channel
def described() -> Response:
    """What clients can call here."""
    return let_pages_read(jsonify(document()))


@protocol.get("/images/avatar.svg")
@back_channel
def avatar() -> Response:
    """The picture of whoever has chosen none."""
    return Response(AVATAR, mimetype="image/svg+xml")
