"""VK ID's own site: signing in and out without any service; from then on the browser is known to every client.

What a person manages there is `account_page`.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, url_for

from sim_server.domain.sign_in_ends import OWN_SITE
from sim_server.domain.sign_ins import AuthorizationRequest
from sim_server.domain.walks import abandon_walks
from sim_server.vk_id.account_page import connected_services
from sim_server.vk_id.sign_in import VkIdConfig
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_browser, own_session
from sim_server.web.site import configured, current_world, go_to, remembered_account

own_site = Blueprint("own_site", __name__)


@own_site.get("/")
def front() -> str:
    """The account page of whom this browser remembers, or an offer to sign in."""
    account = remembered_account()
    if account is None:
        return render_template("vk_id/front.html", form=SiteForm())
    return render_template(
        "vk_id/own/front.html", account=account, services=connected_services(account), form=SiteForm()
    )


@own_site.post("/enter")
def enter() -> Any:
    """Open a person's way through the screens that ends here again."""
    if not SiteForm().validate():
        return go_to("own_site.front")
    sign_ins = configured(VkIdConfig).sign_ins
    return sign_ins.begin(sign_ins.clients[OWN_SITE], AuthorizationRequest(url_for("own_site.front")))


@own_site.post("/exit")
def leave() -> Any:
    """Let the browser forget the VK ID: the pages of its ways through the screens lead nobody back in."""
    if SiteForm().validate():
        abandon_walks(current_world(), own_browser())
        own_session().begin_anew()
    return go_to("own_site.front")
