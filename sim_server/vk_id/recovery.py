"""The pages of a recovery: one that shows the step that is needed, one address per answer and per wish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from sim_server.domain import recoveries
from sim_server.domain.codes import ResendTooEarly
from sim_server.domain.letters import masked_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.phones import masked_phone
from sim_server.domain.recoveries import Recovering, RecoveryVoid
from sim_server.vk_id import interactions
from sim_server.vk_id.clients import Wording
from sim_server.vk_id.configuration import VkIdConfig
from sim_server.vk_id.forms import CodeForm, PhoneForm
from sim_server.vk_id.recovery_forms import (
    AppForm,
    FriendForm,
    LetterForm,
    NewPasswordForm,
    WayForm,
    short_name,
)
from sim_server.vk_id.recovery_steps import Step, needed_step
from sim_server.vk_id.refusals import RECOVERY_REFUSED, REFUSALS, told
from sim_server.web.configuration import configured
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session
from sim_server.web.site import current_world

recovery = Blueprint("recovery", __name__, url_prefix="/recovery")
WORDING = Wording()
CHANGED = "Пароль изменён. Войдите с новым"
SET = "Пароль установлен. Он понадобится при следующем входе"
SET_MIDWAY = "Пароль установлен. Войдите с ним"
NOT_TAKEN = "Пароль уже изменён, этот не принят. Введите тот, который приняли первым"
OUT_OF_TURN = "Сейчас нужен другой шаг. Продолжите с того, что на экране"


@dataclass(frozen=True)
class Screen:
    """What a step asks, and what becomes of the answer."""

    form: Callable[[Recovering], SiteForm]
    take: Callable[[Recovering, Any], None]


SCREEN_OF: dict[Step, Screen] = {
    Step.PHONE: Screen(
        lambda _case: PhoneForm(WORDING, data={"phone": request.args.get("phone", "")}),
        lambda case, form: recoveries.take_phone(case, form.phone.data),
    ),
    Step.CODE: Screen(
        lambda _case: CodeForm(WORDING), lambda case, form: recoveries.take_sms_code(case, form.code.data)
    ),
    Step.ACCOUNT: Screen(lambda _case: SiteForm(), lambda case, _form: recoveries.confirm_account(case)),
    Step.NO_WAY: Screen(lambda _case: SiteForm(), lambda case, _form: recoveries.forget_way(case)),
    Step.WAY: Screen(
        lambda _case: WayForm(), lambda case, form: recoveries.choose_way(case, form.way.data or "")
    ),
    Step.APP: Screen(
        lambda _case: AppForm(), lambda case, form: recoveries.take_app_code(case, form.code.data)
    ),
    Step.MAIL: Screen(
        lambda _case: LetterForm(), lambda case, form: recoveries.take_letter_code(case, form.code.data)
    ),
    Step.FRIENDS: Screen(
        lambda case: FriendForm(case.waiting_friends),
        lambda case, form: recoveries.take_friend_code(case, form.friend.data, form.code.data),
    ),
    Step.PASSWORD: Screen(
        lambda _case: NewPasswordForm(),
        lambda case, form: recoveries.take_password(
            case, form.password.data, everywhere_else_out=form.everywhere_else_out.data
        ),
    ),
}

WAITS_FOR_SENT = (Step.CODE, Step.MAIL, Step.FRIENDS)
PROVES_THE_WAY = (Step.APP, Step.MAIL, Step.FRIENDS)


@recovery.get("")
def begin() -> Any:
    """Opens a recovery; `back` is the sign-in to return to, `phone` the number typed there."""
    recovery_id = recoveries.begin(current_world(), _browser(), request.args.get("back"))
    address = url_for("recovery.show", recovery_id=recovery_id, phone=request.args.get("phone"))
    return redirect(address, 303)


@recovery.get("/<recovery_id>")
def show(recovery_id: str) -> Any:
    """Shows the step that is needed next; when the password is changed, the sign-in."""
    case = _case(recovery_id)
    step = needed_step(case)
    if step is None:
        flash(_done(case))
        return _to_sign_in(case)
    form = SCREEN_OF[step].form(case)
    form.recall(f"{recovery_id} {step}")
    return _rendered(case, step, form)


@recovery.post("/<recovery_id>/<any(phone,code,account,no_way,way,app,mail,friends,password):name>")
def answer(recovery_id: str, name: str) -> Any:
    """Takes the answer of a step; one that is not asked (any more) changes nothing but a choice not yet proven.

    A refused answer is told by the step's own page: going back or reloading sends nothing again.
    """
    case = _case(recovery_id)
    step, needed = Step(name), needed_step(case)
    if needed is None:
        return _too_late(case)
    if step is not needed:
        if not _taken_back(case, step, needed):
            return _out_of_turn(case)
        case = _case(recovery_id)
    form = SCREEN_OF[step].form(case)
    if form.validate():
        try:
            SCREEN_OF[step].take(case, form)
        except RECOVERY_REFUSED as refusal:
            form.refuse(REFUSALS[type(refusal)][0], told(refusal))
    if form.errors:
        form.keep(f"{recovery_id} {step}")
    return _to_needed_step(recovery_id)


@recovery.post("/<recovery_id>/resend")
def resend(recovery_id: str) -> Any:
    """Sends the awaited codes again, unless the countdown still runs."""
    case = _case(recovery_id)
    if needed_step(case) not in WAITS_FOR_SENT:
        return _out_of_turn(case)
    if SiteForm().validate():
        try:
            recoveries.send_awaited(case)
        except ResendTooEarly as early:
            flash(f"Новый код можно запросить через {early.args[0]} с")
    return _to_needed_step(recovery_id)


@recovery.post("/<recovery_id>/other_account")
def other_account(recovery_id: str) -> Any:
    """Asks for the number again: it is another one, or the account is not the person's."""
    case = _case(recovery_id)
    if SiteForm().validate() and needed_step(case) is not None:
        recoveries.forget_account(case)
    return _to_needed_step(recovery_id)


@recovery.post("/<recovery_id>/<any(other_way,no_mail):wish>")
def choose_again(recovery_id: str, wish: str) -> Any:
    """Asks for the way again; `no_mail`: because there is no access to the mail."""
    case = _case(recovery_id)
    if needed_step(case) not in PROVES_THE_WAY:
        return _out_of_turn(case)
    if SiteForm().validate():
        recoveries.forget_way(case, mail_lost=wish == "no_mail")
    return _to_needed_step(recovery_id)


@recovery.post("/<recovery_id>/leave")
def leave(recovery_id: str) -> Any:
    """Leaves the password as it was."""
    case = _case(recovery_id)
    if not SiteForm().validate():
        return _to_needed_step(recovery_id)
    recoveries.give_up(case)
    return _to_sign_in(case)


@recovery.errorhandler(RecoveryVoid)
def begin_anew(_error: RecoveryVoid) -> Response:
    """Says that this recovery leads nowhere any more, and begins another."""
    flash("Это восстановление уже не действует. Начните его сначала")
    return redirect(url_for("recovery.begin"), 303)


def _case(recovery_id: str) -> Recovering:
    return recoveries.load(current_world(), recovery_id, _browser())


def _browser() -> str:
    return own_session().identify()


def _to_needed_step(recovery_id: str) -> Response:
    return redirect(url_for("recovery.show", recovery_id=recovery_id), 303)


def _taken_back(case: Recovering, step: Step, needed: Step) -> bool:
    """Whether an old page asks for another number or way while the code for the first is awaited: that is forgotten."""
    chosen_otherwise = {Step.PHONE: (Step.CODE,), Step.WAY: PROVES_THE_WAY}
    if needed not in chosen_otherwise.get(step, ()) or not SCREEN_OF[step].form(case).validate():
        return False
    (recoveries.forget_account if step is Step.PHONE else recoveries.forget_way)(case)
    return True


def _out_of_turn(case: Recovering) -> Response:
    """To the step that is needed, from an old page that asked for something else."""
    if needed_step(case) is None:
        return _too_late(case)
    flash(OUT_OF_TURN)
    return _to_needed_step(case.recovery.id)


def _too_late(case: Recovering) -> Response:
    """To the sign-in; a double press is not told apart from the first, another password is told not to count."""
    typed = request.form.get("password")
    flash(_done(case) if typed is None or recoveries.has_password(case, typed) else NOT_TAKEN)
    return _to_sign_in(case)


def _done(case: Recovering) -> str:
    """What became of the password; who came from a sign-in is asked for it at once."""
    if not case.recovery.first_password:
        return CHANGED
    return SET if case.recovery.interaction_id is None else SET_MIDWAY


def _to_sign_in(case: Recovering) -> Response:
    """To the sign-in in whose middle the recovery was begun, asking for the password of the recovered account."""
    back = case.recovery.interaction_id
    try:
        sign_in = interactions.load(current_world(), configured(VkIdConfig).clients, back or "", _browser())
    except interactions.InteractionUnknown:
        return redirect(url_for("own_site.front"), 303)
    if (
        case.recovery.finished_at
        and case.recovery.phone != sign_in.address
        and not sign_in.interaction.callback
    ):
        interactions.take_phone(sign_in, case.recovery.phone or "")
    return redirect(url_for("screens.show", interaction_id=back), 303)


def _rendered(case: Recovering, step: Step, form: SiteForm) -> str:
    account = case.account
    return render_template(
        f"vk_id/recovery_{step}.html",
        case=case,
        own=url_for("recovery.show", recovery_id=case.recovery.id),
        step=step,
        form=form,
        plain=SiteForm(),
        phone=case.recovery.phone,
        hidden_phone=masked_phone(account.phone) if account and account.phone else "",
        hidden_email=masked_email(account.email) if account and account.email else "",
        friends=[(short_name(one), one in case.waiting_friends) for one in case.friends],
        friends_needed=LIMITS.friends_needed,
        seconds_left=recoveries.seconds_to_resend(case),
        wording=WORDING,
    )
