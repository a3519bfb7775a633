"""VK ID's own site: signing in and out without any service; from then on the browser is known to every client.

What a person manages there is `account_page`.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, session, url_for

from sim_server.vk_id import interactions
from sim_server.vk_id.account_page import connected_services
from sim_server.vk_id.clients import OWN_SITE
from sim_server.vk_id.configuration import VkIdConfig
from sim_server.vk_id.interactions import AuthorizationRequest
from sim_server.web.configuration import configured
from sim_server.web.forms import SiteForm
from sim_server.web.remembered import remembered_account
from sim_server.web.sessions import own_session
from sim_server.web.site import current_world

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
    """Opens a person's way through the screens that ends here again."""
    if not SiteForm().validate():
        return redirect(url_for("own_site.front"), 303)
    request = AuthorizationRequest(
        client=configured(VkIdConfig).clients[OWN_SITE],
        redirect_uri=url_for("own_site.front"),
        state="",
        scope="",
        code_challenge="",
        login_hint="",
        prompt="",
    )
    sign_in = interactions.begin(current_world(), request, own_session().identify(), None)
    return redirect(url_for("screens.show", interaction_id=sign_in.interaction.id), 303)


@own_site.post("/exit")
def leave() -> Any:
    """Lets the browser forget the VK ID."""
    if SiteForm().validate():
        session.pop("vk_account", None)
    return redirect(url_for("own_site.front"), 303)
