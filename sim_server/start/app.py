"""The Flask app of the start page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from sim_server.domain.chats import ChatRule
from sim_server.domain.faults import clear_faults
from sim_server.domain.worlds import advance_clock, set_vpn, uses_vpn
from sim_server.mailbox.app import HOST as MAILBOX_HOST
from sim_server.phone.app import HOST as PHONE_HOST
from sim_server.start.ready_faults import fault_of, order_only, read_faults
from sim_server.start.ready_people import begin_main_world, read_people
from sim_server.web.forms import SiteForm
from sim_server.web.site import Site, configured, current_place, current_world

SYSTEM = "start"
JUMPS = {120: "2 минуты", 600: "10 минут", 3600: "час", 86400: "сутки", 2592000: "30 дней"}
YEAR = 366 * 86400

start = Blueprint("start", __name__)


@dataclass(frozen=True)
class ListedPage:
    """A line of the list of sites."""

    caption: str
    host: str
    path: str


@dataclass(frozen=True)
class StartConfig:
    """What the page names, and the chats that linking makes in each journal."""

    pages: Sequence[ListedPage]
    journal_names: Mapping[str, str]
    chats: dict[str, list[ChatRule]]


class ClockForm(SiteForm):
    """How far to move the clock, in seconds."""

    seconds = IntegerField(validators=[InputRequired(), NumberRange(min=1, max=YEAR)])


class FaultForm(SiteForm):
    """What is to go wrong."""

    fault = SelectField("Что случится", choices=[fault.name for fault in read_faults()])


@start.get("/")
def front() -> str:
    """Sites, people, phones, clock, VPN, faults."""
    place, world, config = current_place(), current_world(), configured(StartConfig)
    return render_template(
        "start/front.html",
        sites=[(page.caption, place.url(page.host, page.path)) for page in config.pages],
        people=read_people(),
        journal_names=config.journal_names,
        phone_of=lambda phone: place.url(PHONE_HOST, f"/{phone.lstrip('+')}"),
        phones=place.url(PHONE_HOST),
        mailboxes=place.url(MAILBOX_HOST),
        mailbox_of=lambda address: place.url(MAILBOX_HOST, f"/{address}"),
        now=world.now(),
        vpn=uses_vpn(world, place.device),
        jumps=JUMPS,
        fault=fault_of(world),
        fault_form=FaultForm(),
        form=SiteForm(),
    )


@start.post("/clock")
def move_clock() -> Any:
    """Moves the main world's clock on."""
    form = ClockForm()
    if form.validate():
        advance_clock(current_world(), form.seconds.data or 0)
        flash("Время мира передвинуто. Обновите открытые страницы")
    return _home()


@start.post("/vpn/<any(on,off):state>")
def switch_vpn(state: str) -> Any:
    """Switches the VPN of the browsers that people use."""
    if SiteForm().validate():
        set_vpn(current_world(), current_place().device, state == "on")
    return _home()


@start.post("/fault")
def begin_fault() -> Any:
    """Makes one thing go wrong, until it is ended or another is chosen."""
    form = FaultForm()
    if form.validate():
        order_only(current_world(), form.fault.data)
    return _home()


@start.post("/fault/over")
def end_fault() -> Any:
    """Makes everything work again."""
    if SiteForm().validate():
        clear_faults(current_world())
    return _home()


@start.post("/anew")
def begin_anew() -> Any:
    """Puts everything back to the beginning."""
    if SiteForm().validate():
        begin_main_world(current_world().database, configured(StartConfig).chats)
    return _home()


def create_app(
    pages: Sequence[ListedPage], journal_names: Mapping[str, str], chats: dict[str, list[ChatRule]]
) -> Site:
    """The start page that lists these pages, for the people of the journals called so."""
    return Site(
        SYSTEM,
        [start],
        [Path(__file__).parent / "templates"],
        title="Связка",
        colour="#5a3fa0",
        session_seconds=86400,
        configuration=StartConfig(pages, journal_names, chats),
    )


def _home() -> Any:
    return redirect(url_for("start.front"), 303)
