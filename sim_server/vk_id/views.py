"""VK ID's own addresses: the start of a sign-in and the calls of the clients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from sim_server.vk_id.authorize import Asked, RequestRefused, RequestReturned, check_request, returned_address
from sim_server.vk_id.sign_in import VkIdConfig
from sim_server.vk_id.tokens import TokenRefused, exchange_code, particulars_of
from sim_server.vk_id.vpn import refuse_vpn
from sim_server.web.sessions import own_session
from sim_server.web.site import REMEMBERED, back_channel, configured, current_place

protocol = Blueprint("protocol", __name__)


@protocol.get("/authorize")
def authorize() -> Any:
    """Open a person's way through the screens for a client."""
    sign_ins = configured(VkIdConfig).sign_ins
    asked = Asked(request.args, current_place(), sign_ins.clients)
    try:
        wanted = check_request(asked)
    except RequestRefused as refused:
        return render_template("vk_id/refused.html", reason=str(refused)), 400
    except RequestReturned as returned:
        return redirect(returned_address(asked, *returned.args), 303)
    refuse_vpn(asked.client, request.full_path, real_asks=sign_ins.is_real(asked.client))
    return sign_ins.begin(asked.client, wanted, own_session().get(REMEMBERED))


@protocol.post("/oauth2/auth")
@back_channel
def token() -> Response:
    """Exchange a code; the client is public and proves itself by the verifier."""
    return _protocol_answer(exchange_code, request.values)


@protocol.post("/oauth2/user_info")
@back_channel
def user_info() -> Response:
    """The particulars behind an access token, which may stand in the body, the query or the header."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    access_token = request.values.get("access_token", bearer)
    return _protocol_answer(particulars_of, request.values.get("client_id", ""), access_token)


def _protocol_answer(compute: Callable[..., dict[str, Any]], *asked: Any) -> Response:
    try:
        return jsonify(compute(configured(VkIdConfig).database, *asked))
    except TokenRefused as refused:
        error, description = refused.args
        answer = jsonify(error=error, error_description=description, state=request.values.get("state", ""))
        answer.status_code = 401 if error == "invalid_token" else 400
        return answer
