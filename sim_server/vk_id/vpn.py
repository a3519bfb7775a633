"""A client whose linking does not work through a VPN: VK ID goes no further while the browser's VPN is on."""

from __future__ import annotations

from flask import render_template

from sim_server.domain.worlds import uses_vpn
from sim_server.vk_id.clients import Client
from sim_server.web.site import current_place, current_world


class VpnInTheWay(Exception):
    """The browser's VPN is on; the argument is the address to try again."""


def refuse_vpn(client: Client, address: str) -> None:
    """Returns if the browser may go on; raises VpnInTheWay."""
    if not client.works_over_vpn and uses_vpn(current_world(), current_place().device):
        raise VpnInTheWay(address)


def show_advice(refusal: VpnInTheWay) -> str:
    """The page that asks to switch the VPN off."""
    return render_template("vk_id/vpn.html", address=refusal.args[0])
