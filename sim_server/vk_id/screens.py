"""The screens of a sign-in: one page that shows what is needed next, one address per answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from sim_server.domain.codes import Channel, ResendTooEarly, last_channel, resend_in
from sim_server.domain.letters import is_email
from sim_server.vk_id import interactions
from sim_server.vk_id.clients import ScreenName
from sim_server.vk_id.configuration import VkIdConfig
from sim_server.vk_id.forms import ButtonForm, CodeForm, ParticularsForm, PasswordForm, PhoneForm, ScreenForm
from sim_server.vk_id.journey import SignIn, needed_screen
from sim_server.vk_id.proposal import proposed_person
from sim_server.vk_id.refusals import ANSWER_REFUSED, REFUSALS
from sim_server.vk_id.vpn import refuse_vpn
from sim_server.web.configuration import configured
from sim_server.web.forms import FORM_OUTDATED
from sim_server.web.sessions import own_session
from sim_server.web.site import current_world

screens = Blueprint("screens", __name__)


@dataclass(frozen=True)
class Screen:
    """What a screen asks, and what becomes of the answer."""

    form: type[ScreenForm]
    take: Callable[[SignIn, Any], None]


SCREEN_OF: dict[ScreenName, Screen] = {
    ScreenName.PHONE: Screen(
        PhoneForm,
        lambda s, form: (interactions.take_email if form.is_email else interactions.take_phone)(
            s, form.phone.data
        ),
    ),
    ScreenName.PASSWORD: Screen(
        PasswordForm, lambda s, form: interactions.take_password(s, form.password.data)
    ),
    ScreenName.CODE: Screen(CodeForm, lambda s, form: interactions.take_code(s, form.code.data)),
    ScreenName.CODE_INSTEAD: Screen(CodeForm, lambda s, form: interactions.take_code(s, form.code.data)),
    ScreenName.ACCOUNT_DATA: Screen(
        ParticularsForm, lambda s, form: interactions.take_account_data(s, form.particulars)
    ),
    ScreenName.ACCOUNT: Screen(ButtonForm, lambda s, _form: interactions.take_choice(s)),
    ScreenName.CHOICE: Screen(ButtonForm, lambda s, _form: interactions.take_choice(s)),
    ScreenName.OFFER: Screen(ButtonForm, lambda s, _form: interactions.take_offer(s)),
    ScreenName.PROFILE_DATA: Screen(
        ParticularsForm, lambda s, form: interactions.take_profile_data(s, form.particulars)
    ),
    ScreenName.CONSENT: Screen(ButtonForm, lambda s, _form: interactions.take_consent(s)),
}

TEMPLATE_OF = {ScreenName.CODE_INSTEAD: ScreenName.CODE}


@screens.get("/signin/<interaction_id>")
def show(interaction_id: str) -> Any:
    """Shows the screen that is needed next; a complete way goes back to its client."""
    sign_in = _sign_in(interaction_id)
    refuse_vpn(sign_in.client, request.path)
    name = needed_screen(sign_in)
    if name is None or _is_over(sign_in):
        return go_back(sign_in)
    form = SCREEN_OF[name].form(sign_in.wording, data=_known_answers(sign_in, name))
    form.recall(_place(sign_in, name))
    return _rendered(sign_in, name, form)


@screens.post(
    "/signin/<interaction_id>/<any(phone,password,code,code_instead,account_data,account,choice,offer,profile_data,consent):name>"
)
def answer(interaction_id: str, name: str) -> Any:
    """Takes the answer of a screen; one that is not asked (any more) changes nothing, but the number is asked anew.

    A refused answer is told by the screen's own page: going back or reloading sends nothing again.
    """
    sign_in = _sign_in(interaction_id)
    refuse_vpn(sign_in.client, url_for("screens.show", interaction_id=interaction_id))
    asked, needed = ScreenName(name), needed_screen(sign_in)
    if _is_over(sign_in) or asked not in (needed, ScreenName.PHONE):
        return _to_next(interaction_id)
    screen = SCREEN_OF[asked]
    form = screen.form(sign_in.wording, email_allowed=sign_in.client.email_allowed)
    if form.validate():
        try:
            screen.take(sign_in, form)
        except ANSWER_REFUSED as refusal:
            form.refuse(*REFUSALS[type(refusal)])
    if form.errors:
        _tell(sign_in, form, asked, needed)
    return _to_next(interaction_id)


@screens.post("/signin/<interaction_id>/resend/<any(sms,call,letter):channel>")
def resend(interaction_id: str, channel: str) -> Any:
    """Sends another code, unless the countdown still runs."""
    sign_in = _sign_in(interaction_id)
    if needed_screen(sign_in) in interactions.CODE_SCREENS and ButtonForm(sign_in.wording).validate():
        try:
            interactions.resend(sign_in, Channel(channel))
        except ResendTooEarly as early:
            flash(f"Новый код можно запросить через {early.args[0]} с")
    return _to_next(interaction_id)


@screens.post("/signin/<interaction_id>/forgotten")
def forgotten(interaction_id: str) -> Any:
    """Asks for a code instead of the forgotten password."""
    sign_in = _sign_in(interaction_id)
    if ButtonForm(sign_in.wording).validate() and not _is_over(sign_in):
        interactions.take_forgotten(sign_in)
    return _to_next(interaction_id)


@screens.post("/signin/<interaction_id>/forget")
def forget(interaction_id: str) -> Any:
    """Asks for the phone again: another number, another account, one step back."""
    sign_in = _sign_in(interaction_id)
    if ButtonForm(sign_in.wording).validate() and not _is_over(sign_in):
        interactions.forget_phone(sign_in)
    return _to_next(interaction_id)


@screens.post("/signin/<interaction_id>/leave")
def leave(interaction_id: str) -> Any:
    """Goes back to the client without its wish."""
    sign_in = _sign_in(interaction_id)
    if not ButtonForm(sign_in.wording).validate():
        return _to_next(interaction_id)
    return redirect(interactions.leave(sign_in), 303)


def go_back(sign_in: SignIn) -> Response:
    """Finishes the way, lets the browser remember the VK ID, and goes back to the client; not for somebody else."""
    if sign_in.somebody_else:
        return redirect(interactions.refuse(sign_in), 303)
    callback, account_id = interactions.finish(sign_in)
    browser = own_session()
    if browser.get("vk_account") != account_id:
        browser["vk_account"] = account_id
    return redirect(callback, 303)


def _sign_in(interaction_id: str) -> SignIn:
    clients = configured(VkIdConfig).clients
    browser = own_session().identify()
    try:
        return interactions.load(current_world(), clients, interaction_id, browser)
    except interactions.InteractionUnknown:
        abort(403)


def _is_over(sign_in: SignIn) -> bool:
    return sign_in.interaction.callback is not None


def _to_next(interaction_id: str) -> Response:
    """To the page that shows what is needed now, or goes back to the client when nothing is."""
    return redirect(url_for("screens.show", interaction_id=interaction_id), 303)


def _tell(sign_in: SignIn, form: ScreenForm, asked: ScreenName, needed: ScreenName | None) -> None:
    """Lets the next page say what was refused; an old page's number is asked for anew, unless the page is outdated."""
    if asked is not needed and form.csrf_token.errors:
        flash(FORM_OUTDATED)
        return
    if asked is not needed:
        interactions.forget_phone(sign_in)
    form.keep(_place(sign_in, asked))


def _place(sign_in: SignIn, name: ScreenName) -> str:
    return f"{sign_in.interaction.id} {name}"


def _rendered(sign_in: SignIn, name: ScreenName, form: ScreenForm) -> str:
    return render_template(
        f"vk_id/{TEMPLATE_OF.get(name, name)}.html",
        screen=name,
        sign_in=sign_in,
        client=sign_in.client,
        wording=sign_in.wording,
        form=form,
        plain=ButtonForm(sign_in.wording),
        **(_countdown(sign_in) if name in interactions.CODE_SCREENS else {}),
        **({"proposed": proposed_person(sign_in)} if name is ScreenName.PHONE else {}),
    )


def _countdown(sign_in: SignIn) -> dict[str, Any]:
    world, purpose = sign_in.world, interactions.code_purpose(sign_in)
    return {
        "channel": last_channel(world, purpose, sign_in.address) or Channel.SMS,
        "by_letter": is_email(sign_in.address),
        "seconds_left": resend_in(world, purpose, sign_in.address),
    }


def _known_answers(sign_in: SignIn, name: ScreenName) -> dict[str, Any]:
    """What a data screen shows filled in: the study profile's particulars, or, if the client wants it, the VK ID's."""
    if name is not ScreenName.PROFILE_DATA:
        return {}
    known = sign_in.profile or (sign_in.account if sign_in.client.offers_vk_data else None)
    return known.particulars if known else {}
