"""A forgotten password: the number, the code from the SMS, a new password; then one signs in with it."""

from __future__ import annotations

from typing import Any, cast

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from sim_server.domain.codes import Channel, CodeRefused, ResendTooEarly, check_code, send_code
from sim_server.domain.vk_accounts import account_of_phone, set_password
from sim_server.vk_id.clients import Wording
from sim_server.vk_id.forms import CodeForm, NewPasswordForm, PhoneForm
from sim_server.vk_id.refusals import REFUSALS
from sim_server.web.sessions import WorldSession
from sim_server.web.site import current_world

recovery = Blueprint("recovery", __name__, url_prefix="/recovery")
WORDING = Wording()


@recovery.route("/phone", methods=["GET", "POST"])
def ask_phone() -> Any:
    """Whose password it is; `back` is the sign-in to return to, `phone` the number typed there."""
    if request.method == "GET":
        session["recovery"] = {"back": request.args.get("back", "")}
    form = PhoneForm(WORDING, data={"phone": request.args.get("phone", "")})
    if form.validate_on_submit():
        if _account(form.phone.data) is not None:
            _remember(phone=form.phone.data, proven=False)
            return _send_and_ask(form.phone.data)
        form.refuse("phone", "С этим номером нет VK ID. Проверьте номер")
    return render_template("vk_id/recovery_phone.html", form=form)


@recovery.route("/code", methods=["GET", "POST"])
def ask_code() -> Any:
    """Proves the number."""
    form = CodeForm(WORDING)
    if "phone" not in _known():
        return redirect(url_for("recovery.ask_phone"), 303)
    if form.validate_on_submit():
        try:
            check_code(current_world(), _purpose(), _known()["phone"], form.code.data)
        except CodeRefused as refusal:
            form.refuse(*REFUSALS[type(refusal)])
        else:
            _remember(proven=True)
            return redirect(url_for("recovery.ask_password"), 303)
    return render_template("vk_id/recovery_code.html", form=form, phone=_known()["phone"])


@recovery.route("/password", methods=["GET", "POST"])
def ask_password() -> Any:
    """Takes the new password and goes back to the sign-in, where it has to be typed."""
    form = NewPasswordForm()
    account = _account(_known().get("phone", ""))
    if account is None or not _known().get("proven"):
        return redirect(url_for("recovery.ask_phone"), 303)
    if form.validate_on_submit():
        set_password(current_world(), account, form.password.data)
        flash("Пароль изменён")
        return _back_to_sign_in()
    return render_template("vk_id/recovery_password.html", form=form)


def _send_and_ask(phone: str) -> Response:
    try:
        send_code(current_world(), _purpose(), phone, Channel.SMS)
    except ResendTooEarly as early:
        flash(f"Новый код можно запросить через {early.args[0]} с")
    return redirect(url_for("recovery.ask_code"), 303)


def _back_to_sign_in() -> Response:
    interaction_id = session.pop("recovery", {}).get("back", "")
    if interaction_id:
        return redirect(url_for("screens.show", interaction_id=interaction_id), 303)
    return redirect(url_for("own_site.front"), 303)


def _account(phone: str) -> Any:
    with current_world().database.read() as database:
        return account_of_phone(database, current_world(), phone)


def _known() -> dict[str, Any]:
    return cast(dict[str, Any], session.get("recovery", {}))


def _remember(**values: Any) -> None:
    session["recovery"] = {**_known(), **values}


def _purpose() -> str:
    return f"recovery {cast(WorldSession, session).identify()}"
