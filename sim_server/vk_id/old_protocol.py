"""The protocol before VK ID's (`oauth.vk.com/authorize`, no PKCE): it is not served, and whoever asks is told so."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from sim_server.vk_id.calls import let_pages_read
from sim_server.web.site import Site, back_channel

HOSTS = ("oauth.vk.com", "oauth.vk.ru")
INSTEAD = "the old protocol is not served: use https://id.vk.ru/authorize with PKCE (S256)"
BAD_REQUEST = 400
old = Blueprint("old_protocol", __name__)


@old.route("/authorize", methods=["GET", "POST"])
@back_channel
def authorize() -> tuple[str, int]:
    """Tell the person whom a service has sent here."""
    return render_template("vk_id/old_protocol.html"), BAD_REQUEST


@old.route("/access_token", methods=["GET", "POST"])
@old.route("/token", methods=["GET", "POST"])
@back_channel
def token() -> Response:
    """Tell the service."""
    answer = jsonify(error="invalid_request", error_description=INSTEAD)
    answer.status_code = BAD_REQUEST
    answer.headers["Cache-Control"] = "no-store"
    return let_pages_read(answer)


def create_app() -> Site:
    """The old hosts."""
    return Site("vk_id", [old], title="VK ID", colour="#1f5fbf")
