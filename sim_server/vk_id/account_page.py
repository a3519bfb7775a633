"""The account page («Кабинет VK ID»): connected services, the phone, deleting the VK ID. Captions are assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, render_template, session

from sim_server.domain.clients import told_of_clients
from sim_server.domain.codes import Channel, CodeRefused, check_code, resend_in, send_code
from sim_server.domain.connections import (
    delete_account,
    disconnect_client,
    disconnect_journal,
    journals_of,
)
from sim_server.domain.consents import clients_of
from sim_server.domain.vk_accounts import PhoneTaken, VkAccount, change_phone, vk_account_by_phone
from sim_server.vk_id.forms import CODE_REFUSALS, CODE_WORDS, CodeForm, PhoneForm
from sim_server.vk_id.sign_in import NEW_PHONE, VkIdConfig
from sim_server.vk_id.walk import send_again
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session
from sim_server.web.site import configured, current_world, go_to, lets_in, remembered_account

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


signed_in = lets_in(remembered_account, lambda: go_to("own_site.front"))
with_new_phone = lets_in(lambda: session.get(NEW_PHONE), lambda: go_to("account_page.ask_phone"))


def connected_services(account: VkAccount) -> list[Connection]:
    """What the VK ID is connected with: the journals first."""
    world, config = current_world(), configured(VkIdConfig)
    journals = [Connection("journal", one, config.journals[one]) for one in journals_of(world, account)]
    own = {client_id: told["name"] for client_id, told in told_of_clients(world).items()}
    names = {**config.services, **own}
    signed_in_to = [one for one in clients_of(world, account) if one in names]
    return [*journals, *(Connection("client", one, names[one]) for one in signed_in_to)]


@account_page.get("/services/<any(journal,client):kind>/<service_id>")
@signed_in
def ask_before_disconnecting(account: VkAccount, kind: str, service_id: str) -> Any:
    """Ask back; a service that is not connected (any more) needs no question."""
    found = [one for one in connected_services(account) if (one.kind, one.id) == (kind, service_id)]
    if not found:
        return go_to("own_site.front")
    return render_template("vk_id/own/disconnect.html", service=found[0], form=SiteForm())


@account_page.post("/services/<any(journal,client):kind>/<service_id>")
@signed_in
def disconnect(account: VkAccount, kind: str, service_id: str) -> Any:
    """End the connection; a second time nothing happens."""
    if SiteForm().validate():
        DISCONNECT[kind](current_world(), account, service_id)
        flash("Сервис отключён")
    return go_to("own_site.front")


@account_page.get("/phone")
@signed_in
def ask_phone(account: VkAccount) -> Any:
    """Ask for the new number."""
    form = PhoneForm(PHONE_LABELS)
    form.recall(_place(account, "phone"))
    return render_template("vk_id/own/phone.html", account=account, form=form)


@account_page.post("/phone")
@signed_in
def take_phone(account: VkAccount) -> Any:
    """Take the new number and send a code there; a number that has a VK ID is refused, one's own too."""
    form = PhoneForm(PHONE_LABELS)
    if form.validate() and vk_account_by_phone(current_world(), form.phone.data):
        form.refuse("phone", NUMBER_OWN if form.phone.data == account.phone else NUMBER_TAKEN)
    if form.errors:
        form.keep(_place(account, "phone"))
        return go_to("account_page.ask_phone")
    session[NEW_PHONE] = form.phone.data
    return _send_and_ask(account, form.phone.data)


@account_page.get("/phone/code")
@signed_in
@with_new_phone
def ask_code(phone: str, account: VkAccount) -> str:
    """Ask for the code that was sent to the new number."""
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
@with_new_phone
def prove_phone(phone: str, account: VkAccount) -> Any:
    """Prove the new number; from then on it is the VK ID's."""
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
        return go_to("account_page.ask_code")
    session.pop(NEW_PHONE)
    own_session().renew_by_press()
    flash("Номер телефона изменён")
    return go_to("own_site.front")


@account_page.post("/phone/resend")
@signed_in
@with_new_phone
def resend(phone: str, account: VkAccount) -> Any:
    """Send the code to the new number again, unless the countdown still runs."""
    return _send_and_ask(account, phone) if SiteForm().validate() else go_to("account_page.ask_code")


@account_page.get("/delete")
@signed_in
def ask_before_deleting(_account: VkAccount) -> str:
    """Ask back."""
    return render_template("vk_id/own/delete.html", form=SiteForm())


@account_page.post("/delete")
@signed_in
def delete(account: VkAccount) -> Any:
    """Delete the VK ID."""
    if SiteForm().validate():
        delete_account(current_world(), account)
        session.pop("vk_account", None)
        own_session().renew()  # the one that was there has ended with the account
        flash("VK ID удалён")
    return go_to("own_site.front")


def _send_and_ask(account: VkAccount, phone: str) -> Any:
    send_again(lambda: send_code(current_world(), _purpose(account), phone, Channel.SMS))
    return go_to("account_page.ask_code")


def _purpose(account: VkAccount) -> str:
    return f"new phone of {account.id}"


def _place(account: VkAccount, asked: str) -> str:
    return f"{_purpose(account)}: {asked}"
