"""What `@vkid/sdk` asks for besides the protocol: its settings, its statistics, and the frames of One Tap."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, make_response, render_template, request
from werkzeug.wrappers import Response

from sim_server.vk_id.calls import let_pages_read
from sim_server.vk_id.popup import is_client_s
from sim_server.vk_id.sign_in import VkIdConfig
from sim_server.web.site import back_channel, configured, current_place, current_world, remembered_account

sdk = Blueprint("sdk", __name__)
WIDGETS = {
    "button_one_tap_auth": "onetap",
    "floating_one_tap_auth": "floatingonetap",
}  # and how each calls its news


@sdk.route("/vkid_sdk_get_config", methods=["POST", "OPTIONS"])
@sdk.route("/stat_events_vkid_sdk", methods=["POST", "OPTIONS"])
@back_channel
def acknowledge() -> Response:
    """Answer at once: the SDK waits for that before it leaves the page."""
    return let_pages_read(jsonify({}))


@sdk.get("/<any(button_one_tap_auth, floating_one_tap_auth):widget>")
def one_tap(widget: str) -> Any:
    """The frame of One Tap: a button for whom this browser remembers; for nobody the SDK shows its own."""
    origin = _client_s_origin()
    if origin is None:
        return render_template("vk_id/refused.html", reason="origin is not a site of this client"), 400
    account, news = remembered_account(), WIDGETS[widget]
    page = render_template("vk_id/one_tap.html", account=account, origin=origin, news=news)
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = f"frame-ancestors {origin}"
    return response


def _client_s_origin() -> str | None:
    """The site that shows the frame, if it is one of the client's; only there may it be shown."""
    known = configured(VkIdConfig).sign_ins.known(current_world())
    client, origin = known.get(request.args.get("app_id", "")), request.args.get("origin", "")
    if client is None or not is_client_s(origin, client.callbacks(current_place().url)):
        return None
    return origin
