"""The Flask app of the phones: one page per number, for people and for scenarios alike."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, abort, render_template

from sim_server.domain.phones import PhoneMalformed, messages_of, parse_phone
from sim_server.web.site import Site, current_world, shared_templates

SYSTEM = "phone"
HOST = "phone.svyazka.test"

phone = Blueprint("phone", __name__)


@phone.get("/")
def front() -> str:
    """Says how to open a phone."""
    return render_template("phone/front.html")


@phone.get("/<digits>")
def screen(digits: str) -> str:
    """What reached the number, the newest first. A page that stays open looks again by itself."""
    return render_template("phone/screen.html", **_received(digits))


@phone.get("/<digits>/messages")
def messages(digits: str) -> str:
    """Only the list, for the page that looks again."""
    return render_template("phone/messages.html", **_received(digits))


def create_app() -> Site:
    """The phones of all worlds."""
    return Site(
        SYSTEM,
        [phone],
        [Path(__file__).parent / "templates", shared_templates()],
        title="Телефон",
        colour="#3d4b5c",
        session_seconds=0,
    )


def _received(digits: str) -> dict[str, object]:
    try:
        number = parse_phone(f"+{digits}")
    except PhoneMalformed:
        abort(404)
    return {"number": number, "messages": messages_of(current_world(), number)[::-1]}
