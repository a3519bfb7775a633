"""«Мой паспорт» of the Moscow region: the state of the link, automatic sign-in, unlinking."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, redirect, render_template

from sim_server.domain.journal_accounts import set_automatic_sign_in
from sim_server.domain.linking import profile_linked_to, unlink
from sim_server.journal.views import signed_in
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world

blueprint = Blueprint("passport", __name__)


@blueprint.get("/personal")
@signed_in
def personal() -> str:
    """The tab with the person's data."""
    return render_template("passport/personal.html", form=SiteForm())


@blueprint.get("/security")
@signed_in
def security() -> str:
    """The tab «Безопасность»."""
    profile = profile_linked_to(current_world(), g.account)
    return render_template("passport/security.html", profile=profile, form=SiteForm())


@blueprint.post("/security/automatic/<any(on,off):state>")
@signed_in
def automatic_sign_in(state: str) -> Any:
    """Switches the automatic sign-in from the person's own devices."""
    if SiteForm().validate():
        set_automatic_sign_in(current_world(), g.account, state == "on")
    return redirect("/security", 303)


@blueprint.get("/security/unlink")
@signed_in
def ask_before_unlinking() -> Any:
    """The question before unlinking."""
    if profile_linked_to(current_world(), g.account) is None:
        return redirect("/security", 303)
    return render_template("passport/unlink.html", form=SiteForm())


@blueprint.post("/security/unlink")
@signed_in
def end_link() -> Any:
    """Unlinks."""
    if SiteForm().validate():
        unlink(current_world(), g.account)
    return redirect("/security", 303)
