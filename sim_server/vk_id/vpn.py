"""A client whose linking does not work through a VPN: VK ID goes no further while the browser's VPN is on."""

from __future__ import annotations

from flask import abort, make_response, render_template

from sim_server.domain.worlds import uses_vpn
from sim_server.vk_id.clients import Client
from sim_server.web.site import current_place, current_world


def refuse_vpn(client: Client, address: str, *, real_asks: bool) -> None:
    """Return if the browser may go on; else answers with the page that asks to switch the VPN off and try again."""
    if not client.works_over_vpn and uses_vpn(current_world(), current_place().device):
        page = render_template("vk_id/vpn.html", address=address, real_asks=real_asks)
        abort(make_response(page))
