"""Taking a link back in a journal that leaves this to the person: the question, and the code from the SMS."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect

from sim_server.domain.codes import Channel, CodeRefused, ResendTooEarly, check_code, resend_in, send_code
from sim_server.domain.journal_accounts import JournalAccount, phone_of_account
from sim_server.domain.linking import profile_linked_to, unlink
from sim_server.journal.site_tables import LinkPlace, Unlinking, UnlinkingCode
from sim_server.journal.views import own_face, own_site, page_for, signed_in
from sim_server.vk_id.forms import CODE_REFUSALS, CodeForm
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world, go_to

unlinking = Blueprint("unlinking", __name__)


@unlinking.get("/unlink")
@signed_in
def ask_before_unlinking(account: JournalAccount) -> Any:
    """Ask back; who is not linked (any more), or whose journal does not ask, has nothing to be asked."""
    if not _allowed().asks_back or profile_linked_to(current_world(), account) is None:
        return _back()
    return page_for(account, "journal/unlink.html", place=_place())


@unlinking.post("/unlink")
@signed_in
def end_link(account: JournalAccount) -> Any:
    """Unlink, or send the code that the journal wants first."""
    code = _allowed().code
    if not SiteForm().validate():
        return _back()
    if code and profile_linked_to(current_world(), account):
        return _send(account, code)
    unlink(current_world(), account)
    return _back()


@unlinking.get("/unlink/code")
@signed_in
def ask_code(account: JournalAccount) -> Any:
    """Ask for the code that was sent."""
    code, phone = _wanted_code(), phone_of_account(current_world(), account)
    if profile_linked_to(current_world(), account) is None:
        return _back()
    form = CodeForm({"code": code.field})
    form.recall(_purpose(account))
    left = resend_in(current_world(), _purpose(account), phone)
    about = {"code": code, "phone": phone, "code_form": form, "seconds_left": left, "place": _place()}
    return page_for(account, "journal/unlink_code.html", **about)


@unlinking.post("/unlink/code")
@signed_in
def prove(account: JournalAccount) -> Any:
    """Unlink whoever typed the code; a refusal is told by the page that asks."""
    form = CodeForm({"code": _wanted_code().field})
    if form.validate():
        try:
            check_code(
                current_world(),
                _purpose(account),
                phone_of_account(current_world(), account),
                form.code.data,
            )
        except CodeRefused as refusal:
            form.refuse(*CODE_REFUSALS[type(refusal)])
    if form.errors:
        form.keep(_purpose(account))
        return go_to("unlinking.ask_code")
    unlink(current_world(), account)
    return _back()


@unlinking.post("/unlink/code/again")
@signed_in
def send_again(account: JournalAccount) -> Any:
    """Send another code, unless the countdown still runs."""
    code = _wanted_code()
    return _send(account, code) if SiteForm().validate() else go_to("unlinking.ask_code")


def _send(account: JournalAccount, code: UnlinkingCode) -> Any:
    try:
        send_code(
            current_world(),
            _purpose(account),
            phone_of_account(current_world(), account),
            Channel.SMS,
            code.text,
            own_site().name,
        )
    except ResendTooEarly as early:
        flash(f"Новый код можно запросить через {early.args[0]} с")
    return go_to("unlinking.ask_code")


def _wanted_code() -> UnlinkingCode:
    return _allowed().code or abort(404)


def _allowed() -> Unlinking:
    """How this journal unlinks, if it lets the person do it."""
    if own_site().unlinking.by != "button":
        abort(404)
    return own_site().unlinking


def _back() -> Any:
    return redirect(_place().path, 303)


def _place() -> LinkPlace:
    """Where this site of the journal shows the button."""
    return next((place for place in own_face().places if "unlinking" in place.shows), None) or abort(404)


def _purpose(account: JournalAccount) -> str:
    return f"unlink journal account {account.id}"
