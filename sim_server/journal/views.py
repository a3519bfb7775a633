"""The pages of a journal: signing in, the places of linking, and the way back from VK ID; `unlinking` has the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, session

from sim_server.domain.chats import chats_of
from sim_server.domain.journal_accounts import JournalAccount, account_by_id, account_by_password
from sim_server.domain.journal_attempts import TooManyAttempts, count_attempt, forget_attempts
from sim_server.domain.linking import link, profile_linked_to
from sim_server.domain.own_devices import account_signed_in_automatically, forget_own_device, note_own_device
from sim_server.journal import refusals
from sim_server.journal.browsers import is_recommended
from sim_server.journal.forms import LoginForm
from sim_server.journal.site_tables import Face, JournalSite, LinkPlace
from sim_server.messenger.address import HOST as MESSENGER_HOST
from sim_server.messenger.address import entrance_of, sign_in_of
from sim_server.vk_sign_in import CallbackForged, SignInDeclined, VkSignIn
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session
from sim_server.web.site import configured, current_place, current_world, go_to, lets_in

journal = Blueprint("journal", __name__)
ENTRANCES = {"chats": entrance_of, "sign_in": sign_in_of}


@dataclass(frozen=True)
class JournalConfig:
    """One face of a journal; `vk_id` is the WSGI app of VK ID, for the back channel."""

    site: JournalSite
    face: Face
    vk_id: Any


def signed_in_account() -> JournalAccount | None:
    """Who is signed in to the journal in this browser."""
    account_id = session.get("account")
    return None if account_id is None else account_by_id(current_world(), account_id)


def account_of_device() -> JournalAccount | None:
    """Sign the device's own person in, where the journal does that."""
    if not own_site().automatic_sign_in:
        return None
    account = account_signed_in_automatically(current_world(), current_place().device, own_site().id)
    if account is not None:
        own_session().renew()
        session["account"] = account.id
    return account


signed_in = lets_in(lambda: signed_in_account() or account_of_device(), lambda: go_to("journal.login"))


def page_for(account: JournalAccount, template: str, **values: Any) -> str:
    """A page for a signed-in person."""
    return render_template(template, account=account, form=SiteForm(), **values)


@journal.get("/")
def front() -> str:
    """The journal's front page."""
    return render_template("journal/front.html")


@journal.get("/login")
def login() -> str:
    """Ask for the journal's own login and password."""
    form = LoginForm.captioned(own_site().labels)
    form.recall("login")
    return render_template("journal/login.html", form=form)


@journal.post("/login")
def enter() -> Any:
    """Sign in; a refusal is told by the page that asks."""
    form = LoginForm.captioned(own_site().labels)
    if form.validate():
        account = _account_of(form)
        if account is not None:
            own_session().renew_by_press()
            session["account"] = account.id
            if own_site().automatic_sign_in:
                note_own_device(current_world(), current_place().device, account)
            return redirect(own_face().home, 303)
    form.keep("login")
    return go_to("journal.login")


def _account_of(form: LoginForm) -> JournalAccount | None:
    """Whose login and password these are; otherwise the form says what is wrong, the same for every login."""
    where = current_world(), own_site().id, form.login.data
    try:
        count_attempt(*where)
    except TooManyAttempts:
        form.refuse("password", refusals.TOO_MANY_ATTEMPTS)
        return None
    account = account_by_password(*where, form.password.data)
    if account is None:
        form.refuse("password", refusals.SIGN_IN_REFUSED)
    else:
        forget_attempts(*where)
    return account


@journal.post("/logout")
def logout() -> Any:
    """Sign out; a link stays."""
    if SiteForm().validate():
        session.pop("account", None)
        if own_site().automatic_sign_in:
            forget_own_device(current_world(), current_place().device, own_site().id)
    return go_to("journal.front")


@journal.get("/desk")
@signed_in
def desk(account: JournalAccount) -> str:
    """The page after signing in."""
    return page_for(account, "journal/desk.html")


@journal.get("/settings")
@signed_in
def settings(account: JournalAccount) -> Any:
    """The account's settings: on a phone a list of buttons, else tabs."""
    places = own_face().settings_places(account.role)
    if not places:
        abort(404)
    return page_for(account, "journal/settings.html", places=places)


@signed_in
def show_place(account: JournalAccount, place: LinkPlace) -> Any:
    """Before linking: the explanation and the button that links. After it: the messenger, the chats, the unlinking."""
    _let_in(account, place)
    profile = profile_linked_to(current_world(), account)
    return page_for(
        account,
        "journal/place.html",
        place=place,
        profile=profile,
        chats=chats_of(current_world(), profile.id, own_site().id, own_site().chats_keeper)
        if profile
        else [],
        tabs=own_face().settings_places(account.role) if place.reached_by == "settings_tab" else [],
        recommended=is_recommended(request.user_agent.string, own_site().recommended_browsers),
    )


@signed_in
def begin_linking(account: JournalAccount, place: LinkPlace) -> Any:
    """Send the person to VK ID; a linked account stays as it is."""
    _let_in(account, place)
    if not SiteForm().validate() or profile_linked_to(current_world(), account):
        return redirect(place.path, 303)
    session["linking_at"] = place.path
    return redirect(_vk_sign_in().begin(str(account.id)), 303)


@journal.get("/vk/callback")
def end_linking() -> Any:
    """Take the person back from VK ID and link, or say why not."""
    account = signed_in_account()
    if account is None:
        flash(refusals.SESSION_EXPIRED)
        return go_to("journal.login")
    try:
        with _vk_sign_in().completing(str(account.id), request.args) as identity:
            link(current_world(), account, identity.user_id, own_site().chat_rules, identity.particulars)
    except SignInDeclined:
        flash(refusals.DECLINED)
    except (*refusals.REFUSALS,) as refusal:
        return _refused(account, refusal)
    return redirect(_place_of_linking().path, 303)


@journal.get("/messenger")
@signed_in
def open_messenger(account: JournalAccount) -> Any:
    """Lead a linked person into VK Мессенджер; another one back to where linking is offered."""
    profile = profile_linked_to(current_world(), account)
    if profile is None:
        return redirect(_place_of_linking().path, 303)
    entrance = ENTRANCES[own_site().messenger.entrance](profile.id)
    return redirect(current_place().url(MESSENGER_HOST, entrance), 303)


@journal.get("/lesson")
@signed_in
def lesson(account: JournalAccount) -> str:
    """The distance lesson, for those whose account leads there."""
    held = own_site().lesson
    if held is None or account.role not in held.roles:
        abort(403)
    return page_for(account, "journal/lesson.html")


def _let_in(account: JournalAccount, place: LinkPlace) -> None:
    """Return if people of that role get there; else answers that they do not."""
    if not place.is_for(account.role):
        abort(403)


def _refused(account: JournalAccount, refusal: Exception) -> Any:
    """The refusal's page, except for an answer that comes twice to a person who is linked: nothing is wrong then."""
    place = _place_of_linking()
    if isinstance(refusal, CallbackForged) and profile_linked_to(current_world(), account):
        return redirect(place.path, 303)
    reason = refusals.REFUSALS[type(refusal)]
    told = {"heading": refusals.HEADING, "reason": reason, "place": place}
    return page_for(account, "journal/refused.html", **told), 409


def _place_of_linking() -> LinkPlace:
    """Where the linking was begun, or the first place that offers it."""
    places = own_face().places
    if not places:
        abort(404)
    return next((place for place in places if place.path == session.get("linking_at")), places[0])


def _vk_sign_in() -> VkSignIn:
    return VkSignIn(own_site().vk_id, current_world(), current_place(), configured(JournalConfig).vk_id)


def own_site() -> JournalSite:
    """The journal of this request."""
    return configured(JournalConfig).site


def own_face() -> Face:
    """Which of its sites was asked."""
    return configured(JournalConfig).face
