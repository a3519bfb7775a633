"""The Flask app of one service: its front page, the choice of a profile, VK ID and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session

from sim_server.domain.limits import LIMITS
from sim_server.domain.vk_accounts import VkAccount, VkUser, owner_of, vk_user_of
from sim_server.messenger.address import HOST as MESSENGER_HOST
from sim_server.messenger.address import entrance_of
from sim_server.services.service_file import Service
from sim_server.vk_sign_in import CallbackForged, Identity, SignInFailed, VkSignIn
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session
from sim_server.web.site import DAY, Site, configured, current_place, current_world, go_to, remembered_account

pages = Blueprint("service", __name__)
KIND_OF = {"study_profile": "study", "page": "personal"}  # whom of VK ID's a site shows


@dataclass(frozen=True)
class ServiceConfig:
    """One service; `vk_id` is the WSGI app of VK ID, for the back channel."""

    service: Service
    vk_id: Any


@pages.get("/")
def front() -> str:
    """For a guest what the site is; for a member who they are here."""
    account = remembered_account()
    if account is None:
        return render_template("service/guest.html", form=SiteForm())
    person = _shown(account)
    messenger = person and current_place().url(MESSENGER_HOST, entrance_of(person.id))
    return render_template("service/member.html", person=person, messenger=messenger, form=SiteForm())


@pages.get("/doors")
def doors() -> str:
    """The choice of a profile."""
    return render_template("service/doors.html", form=SiteForm())


@pages.post("/enter")
def enter() -> Any:
    """Send the person to VK ID."""
    if not SiteForm().validate():
        return go_to("service.front")
    return redirect(_vk_sign_in().begin(own_session().name_browser()), 303)


@pages.get("/vk/callback")
def end_sign_in() -> Any:
    """Take the person back from VK ID."""
    try:
        identity = _vk_sign_in().complete(own_session().name_browser(), request.args)
    except SignInFailed as failed:
        # An answer that comes twice to somebody who is in: nothing is wrong then.
        if not (isinstance(failed, CallbackForged) and remembered_account()):
            flash(_service().refused)
        return go_to("service.front")
    own_session().renew_by_press()
    session.update(vk_account=_account_id(identity), state=request.args["state"])
    return go_to("service.front")


@pages.post("/exit")
def leave() -> Any:
    """Sign out; the connection with VK ID stays."""
    if SiteForm().validate():
        session.pop("vk_account", None)
    return go_to("service.front")


def create_app(service: Service, vk_id: Any) -> Site:
    """The site of this service; `vk_id` is the WSGI app of VK ID, for the back channel."""
    app = Site(
        "services",
        [pages],
        title=service.name,
        colour=service.colour,
        session_seconds=LIMITS.vk_session_days * DAY,
        sessions_of=service.vk_id.id,
        configuration=ServiceConfig(service, vk_id),
    )
    app.jinja_env.globals.update(service=service)
    return app


def _shown(account: VkAccount) -> VkAccount | VkUser | None:
    """Who the person is on this site; None for somebody without a page where pages are shown."""
    shows = _service().shows
    return account if shows == "account" else vk_user_of(current_world(), account, KIND_OF[shows])


def _account_id(identity: Identity) -> int:
    """The VK ID behind whoever the site was told of."""
    told = identity.user_id
    return owner_of(current_world(), told) if _service().vk_id.needs_profile else told


def _vk_sign_in() -> VkSignIn:
    return VkSignIn(_service().vk_id, current_world(), current_place(), configured(ServiceConfig).vk_id)


def _service() -> Service:
    return configured(ServiceConfig).service
