"""«Мой паспорт» of the Moscow region: the state of the link, automatic sign-in, unlinking."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect

from sim_server.domain.journal_accounts import JournalAccount, set_automatic_sign_in
from sim_server.domain.linking import profile_linked_to, unlink
from sim_server.journal.views import page_for, signed_in
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world

blueprint = Blueprint("passport", __name__)


@blueprint.get("/personal")
@signed_in
def personal(account: JournalAccount) -> str:
    """The tab with the person's data."""
    return page_for(account, "passport/personal.html")


@blueprint.get("/security")
@signed_in
def security(account: JournalAccount) -> str:
    """The tab «Безопасность»."""
    profile = profile_linked_to(current_world(), account)
    return page_for(account, "passport/security.html", profile=profile)


@blueprint.post("/security/automatic/<any(on,off):state>")
@signed_in
def automatic_sign_in(account: JournalAccount, state: str) -> Any:
    """Switch the automatic sign-in from the person's own devices."""
    if SiteForm().validate():
        set_automatic_sign_in(current_world(), account, state == "on")
    return redirect("/security", 303)


@blueprint.get("/security/unlink")
@signed_in
def ask_before_unlinking(account: JournalAccount) -> Any:
    """The question before unlinking."""
    if profile_linked_to(current_world(), account) is None:
        return redirect("/security", 303)
    return page_for(account, "passport/unlink.html")


@blueprint.post("/security/unlink")
@signed_in
def end_link(account: JournalAccount) -> Any:
    """Unlink."""
    if SiteForm().validate():
        unlink(current_world(), account)
    return redirect("/security", 303)
