"""The Flask app of the mailboxes: one page per address, for people and for scenarios alike."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from sim_server.domain.deliveries import addresses_reached, messages_of
from sim_server.domain.emails import EmailMalformed, parse_email
from sim_server.web.site import Site, current_world

HOST = "mail.svyazka.test"

mailbox = Blueprint("mailbox", __name__)


@mailbox.get("/")
def front() -> str:
    """Name the mailboxes that a letter has reached, and say how to open another."""
    return render_template("mailbox/front.html", addresses=addresses_reached(current_world(), letters=True))


@mailbox.get("/<address>")
def screen(address: str) -> str:
    """The letters to the address, the newest first. A page that stays open looks again by itself."""
    return render_template("mailbox/screen.html", **_received(address))


@mailbox.get("/<address>/messages")
def messages(address: str) -> str:
    """Only the list, for the page that looks again."""
    return render_template("mailbox/letters.html", **_received(address))


def create_app() -> Site:
    """The mailboxes of all worlds."""
    return Site("mailbox", [mailbox], title="Почта", colour="#6b3a4b")


def _received(typed: str) -> dict[str, object]:
    try:
        address = parse_email(typed)
    except EmailMalformed:
        abort(404)
    return {"address": address, "letters": messages_of(current_world(), address)[::-1]}
