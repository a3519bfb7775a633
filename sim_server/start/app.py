"""The Flask app of the start page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, render_template
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from sim_server.domain.chats import ChatRule
from sim_server.domain.faults import clear_faults
from sim_server.domain.numbers import NUMBERS
from sim_server.domain.protocol_rules import Profile
from sim_server.domain.worlds import advance_clock, set_vpn, uses_vpn
from sim_server.mailbox.app import HOST as MAILBOX_HOST
from sim_server.phone.app import HOST as PHONE_HOST
from sim_server.start.own_clients import let_know
from sim_server.start.ready_faults import fault_of, order_only, read_faults
from sim_server.start.ready_people import begin_main_world, read_people
from sim_server.vk_id.registration import OwnClient
from sim_server.web.forms import SiteForm
from sim_server.web.site import DAY, Site, configured, current_place, current_world, go_to

JUMPS = {120: "2 минуты", 600: "10 минут", 3600: "час", 86400: "сутки", 2592000: "30 дней"}
YEAR = 366 * DAY

start = Blueprint("start", __name__)


@dataclass(frozen=True)
class StartConfig:
    """The pages to list, as host and path by their captions; the journals' names; the chats that linking makes."""

    pages: Mapping[str, tuple[str, str]]
    journal_names: Mapping[str, str]
    chats: dict[str, list[ChatRule]]
    clients: tuple[OwnClient, ...] = ()
    profile: Profile | None = None


class ClockForm(SiteForm):
    """How far to move the clock, in seconds."""

    seconds = IntegerField(validators=[InputRequired(), NumberRange(min=1, max=YEAR)])


class FaultForm(SiteForm):
    """What is to go wrong."""

    fault = SelectField("Что случится", choices=[fault.name for fault in read_faults()])


@start.get("/")
def front() -> str:
    """The sites, people, phones, clock, VPN and faults."""
    place, world, config = current_place(), current_world(), configured(StartConfig)
    return render_template(
        "start/front.html",
        sites=[(caption, place.url(*page)) for caption, page in config.pages.items()],
        people=read_people(),
        journal_names=config.journal_names,
        clients=config.clients,
        phone_of=lambda phone: place.url(PHONE_HOST, f"/{phone.lstrip('+')}"),
        phones=place.url(PHONE_HOST),
        mailboxes=place.url(MAILBOX_HOST),
        mailbox_of=lambda address: place.url(MAILBOX_HOST, f"/{address}"),
        now=world.now(),
        vpn=uses_vpn(world, place.device),
        jumps=JUMPS,
        fault=fault_of(world),
        numbers=NUMBERS.values(),
        fault_form=FaultForm(),
        form=SiteForm(),
    )


@start.post("/clock")
def move_clock() -> Any:
    """Move the main world's clock on."""
    form = ClockForm()
    if form.validate():
        advance_clock(current_world(), form.seconds.data or 0)
        flash("Время мира передвинуто. Обновите открытые страницы")
    return go_to("start.front")


@start.post("/vpn/<any(on,off):state>")
def switch_vpn(state: str) -> Any:
    """Switch the VPN of the browsers that people use."""
    if SiteForm().validate():
        set_vpn(current_world(), current_place().device, state == "on")
    return go_to("start.front")


@start.post("/fault")
def begin_fault() -> Any:
    """Make one thing go wrong, until it is ended or another is chosen."""
    form = FaultForm()
    if form.validate():
        order_only(current_world(), form.fault.data)
    return go_to("start.front")


@start.post("/fault/over")
def end_fault() -> Any:
    """Make everything work again."""
    if SiteForm().validate():
        clear_faults(current_world())
    return go_to("start.front")


@start.post("/anew")
def begin_anew() -> Any:
    """Put everything back to the beginning."""
    if SiteForm().validate():
        config = configured(StartConfig)
        let_know(begin_main_world(current_world().database, config.chats), config.clients, config.profile)
    return go_to("start.front")


def create_app(configuration: StartConfig) -> Site:
    """The start page."""
    return Site("start", [start], title="Связка", colour="#5a3fa0", configuration=configuration)
