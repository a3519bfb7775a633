"""The Flask app of the phones: one page per number, for people and for scenarios alike."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from sim_server.domain.deliveries import addresses_reached, messages_of
from sim_server.domain.generator_app import current_code, seconds_left
from sim_server.domain.phones import PhoneMalformed, parse_phone
from sim_server.domain.vk_accounts import vk_account_by_phone
from sim_server.web.site import Site, current_world

HOST = "phone.svyazka.test"

phone = Blueprint("phone", __name__)


@phone.get("/")
def front() -> str:
    """Name the phones that a message has reached, and say how to open another."""
    return render_template("phone/front.html", numbers=addresses_reached(current_world(), letters=False))


@phone.get("/<digits>")
def screen(digits: str) -> str:
    """What reached the number, the newest first. A page that stays open looks again by itself."""
    return render_template("phone/screen.html", **_received(digits))


@phone.get("/<digits>/messages")
def messages(digits: str) -> str:
    """Only the list, for the page that looks again."""
    return render_template("phone/messages.html", **_received(digits))


@phone.get("/<digits>/codes")
def codes(digits: str) -> str:
    """The generator app on the phone: the code it shows now. A page that stays open looks again by itself."""
    return render_template("phone/codes.html", **_generated(digits))


@phone.get("/<digits>/codes/messages")
def fresh_code(digits: str) -> str:
    """Only the code, for the page that looks again."""
    return render_template("phone/code.html", **_generated(digits))


def create_app() -> Site:
    """The phones of all worlds."""
    return Site("phone", [phone], title="Телефон", colour="#3d4b5c")


def _received(digits: str) -> dict[str, object]:
    number = _number(digits)
    return {
        "number": number,
        "messages": messages_of(current_world(), number)[::-1],
        "has_app": _secret(number) is not None,
    }


def _generated(digits: str) -> dict[str, object]:
    number, now = _number(digits), current_world().now()
    secret = _secret(number)
    code = current_code(secret, now) if secret else None
    return {"number": number, "code": code, "seconds_left": seconds_left(now)}


def _secret(number: str) -> str | None:
    """What the generator app on this phone was set up with, if there is one."""
    account = vk_account_by_phone(current_world(), number)
    return account.totp_secret if account else None


def _number(digits: str) -> str:
    try:
        return parse_phone(f"+{digits}")
    except PhoneMalformed:
        abort(404)
