"""The account page («Кабинет VK ID»): connected services, the phone, deleting the VK ID. Captions are assumed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, flash, redirect, render_template, session, url_for

from sim_server.domain.codes import Channel, CodeRefused, ResendTooEarly, check_code, resend_in, send_code
from sim_server.domain.connections import (
    clients_of,
    delete_account,
    disconnect_client,
    disconnect_journal,
    journals_of,
)
from sim_server.domain.vk_accounts import PhoneTaken, VkAccount, change_phone, vk_account_by_phone
from sim_server.vk_id.configuration import VkIdConfig
from sim_server.vk_id.forms import CODE_WORDS, CodeForm, PhoneForm
from sim_server.vk_id.refusals import CODE_REFUSALS
from sim_server.web.forms import SiteForm
from sim_server.web.remembered import remembered_account
from sim_server.web.site import configured, current_world

account_page = Blueprint("account_page", __name__)
PHONE_LABELS = {"phone": "Новый номер телефона"}
NUMBER_TAKEN = "Этот номер уже привязан к другому VK ID. Укажите другой"
NUMBER_OWN = "Это и есть ваш номер. Укажите другой"


@dataclass(frozen=True)
class Connection:
    """A line of the list of connected services."""

    kind: str  # "journal" or "client": how it is disconnected
    id: str
    name: str


DISCONNECT = {"journal": disconnect_journal, "client": disconnect_client}


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only a remembered person in, and gives the view their VK ID first."""

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        account = remembered_account()
        return view(account, **arguments) if account else redirect(url_for("own_site.front"), 303)

    return guarded


def connected_services(account: VkAccount) -> list[Connection]:
    """What the VK ID is connected with: the journals first."""
    world, config = current_world(), configured(VkIdConfig)
    journals = [Connection("journal", one, config.journals[one]) for one in journals_of(world, account)]
    signed_in_to = [one for one in clients_of(world, account) if one in config.services]
    return [*journals, *(Connection("client", one, config.services[one]) for one in signed_in_to)]


@account_page.get("/services/<any(journal,client):kind>/<service_id>")
@signed_in
def ask_before_disconnecting(account: VkAccount, kind: str, service_id: str) -> Any:
    """Asks back; a service that is not connected (any more) needs no question."""
    found = [one for one in connected_services(account) if (one.kind, one.id) == (kind, service_id)]
    if not found:
        return _home()
    return render_template("vk_id/own/disconnect.html", service=found[0], form=SiteForm())


@account_page.post("/services/<any(journal,client):kind>/<service_id>")
@signed_in
def disconnect(account: VkAccount, kind: str, service_id: str) -> Any:
    """Ends the connection; a second time nothing happens."""
    if SiteForm().validate():
        DISCONNECT[kind](current_world(), account, service_id)
        flash("Сервис отключён")
    return _home()


@account_page.get("/phone")
@signed_in
def ask_phone(account: VkAccount) -> Any:
    """Asks for the new number."""
    form = PhoneForm(PHONE_LABELS)
    form.recall(_place(account, "phone"))
    return render_template("vk_id/own/phone.html", account=account, form=form)


@account_page.post("/phone")
@signed_in
def take_phone(account: VkAccount) -> Any:
    """Takes the new number and sends a code there; a number that has a VK ID is refused, one's own too."""
    form = PhoneForm(PHONE_LABELS)
    if form.validate() and vk_account_by_phone(current_world(), form.phone.data):
        form.refuse("phone", NUMBER_OWN if form.phone.data == account.phone else NUMBER_TAKEN)
    if form.errors:
        form.keep(_place(account, "phone"))
        return redirect(url_for("account_page.ask_phone"), 303)
    session["new_phone"] = form.phone.data
    return _send_and_ask(account, form.phone.data)


@account_page.get("/phone/code")
@signed_in
def ask_code(account: VkAccount) -> Any:
    """Asks for the code that was sent to the new number."""
    phone: str | None = session.get("new_phone")
    if phone is None:
        return redirect(url_for("account_page.ask_phone"), 303)
    form = CodeForm(CODE_WORDS)
    form.recall(_place(account, "code"))
    return render_template(
        "vk_id/own/code.html",
        phone=phone,
        form=form,
        plain=SiteForm(),
        seconds_left=resend_in(current_world(), _purpose(account), phone),
        wording=CODE_WORDS,
    )


@account_page.post("/phone/code")
@signed_in
def prove_phone(account: VkAccount) -> Any:
    """Proves the new number; from then on it is the VK ID's."""
    phone: str | None = session.get("new_phone")
    if phone is None:
        return redirect(url_for("account_page.ask_phone"), 303)
    form = CodeForm(CODE_WORDS)
    if form.validate():
        try:
            check_code(current_world(), _purpose(account), phone, form.code.data)
            change_phone(current_world(), account, phone)
        except CodeRefused as refusal:
            form.refuse(*CODE_REFUSALS[type(refusal)])
        except PhoneTaken:
            form.refuse("code", NUMBER_TAKEN)
    if form.errors:
        form.keep(_place(account, "code"))
        return redirect(url_for("account_page.ask_code"), 303)
    session.pop("new_phone")
    flash("Номер телефона изменён")
    return _home()


@account_page.post("/phone/resend")
@signed_in
def resend(account: VkAccount) -> Any:
    """Sends the code to the new number again, unless the countdown still runs."""
    phone: str | None = session.get("new_phone")
    if phone is None or not SiteForm().validate():
        return redirect(url_for("account_page.ask_code"), 303)
    return _send_and_ask(account, phone)


@account_page.get("/delete")
@signed_in
def ask_before_deleting(_account: VkAccount) -> str:
    """Asks back."""
    return render_template("vk_id/own/delete.html", form=SiteForm())


@account_page.post("/delete")
@signed_in
def delete(account: VkAccount) -> Any:
    """Deletes the VK ID."""
    if SiteForm().validate():
        delete_account(current_world(), account)
        session.pop("vk_account", None)
        flash("VK ID удалён")
    return _home()


def _send_and_ask(account: VkAccount, phone: str) -> Any:
    try:
        send_code(current_world(), _purpose(account), phone, Channel.SMS)
    except ResendTooEarly as early:
        flash(f"Новый код можно запросить через {early.args[0]} с")
    return redirect(url_for("account_page.ask_code"), 303)


def _purpose(account: VkAccount) -> str:
    return f"new phone of {account.id}"


def _place(account: VkAccount, asked: str) -> str:
    return f"{_purpose(account)}: {asked}"


def _home() -> Any:
    return redirect(url_for("own_site.front"), 303)
