"""The Flask app of the control API. Its OpenAPI document is served at /openapi/openapi.json."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import abort, jsonify, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.info import Info
from flask_openapi3.models.security_scheme import SecurityScheme
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel
from werkzeug.wrappers import Response

from sim_server.control import models
from sim_server.control.errands import carry_out
from sim_server.control.refusals import refused_by, register_refusals, unsound_body, unstorable
from sim_server.defects.catalogue import known
from sim_server.defects.orders import Defects
from sim_server.domain.chats import ChatRule
from sim_server.domain.clients import ClientKnown, register_clients, told_of_clients
from sim_server.domain.database import Database
from sim_server.domain.deliveries import wait_for_messages
from sim_server.domain.faults import clear_faults, order_fault
from sim_server.domain.linking import links_in
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.phones import PhoneMalformed, parse_phone
from sim_server.domain.protocol_rules import choose_rules, rules_of
from sim_server.domain.transfers import transfer
from sim_server.domain.values import is_storable
from sim_server.domain.worlds import (
    World,
    WorldUnknown,
    advance_clock,
    create_world,
    drop_world,
    events_after,
    failures_of,
    find_world,
    keep_ordered,
    set_vpn,
)
from sim_server.errands.hand import Wsgi
from sim_server.tenancy import BY_HAND
from sim_server.vk_id.registration import sound_client
from sim_server.web.headers import tell_kind
from sim_server.web.site import configure, configured

HOST = "control.svyazka.test"
LIFE = "Svyazka-Life"
OWN_NAMES = ("localhost", "127.0.0.1", "[::1]", HOST)
PORT = re.compile(r":\d*$")
ABOUT = "A text has no NUL and no halves of characters. Every refusal is a status and a Russian sentence."
REFUSALS: dict[Any, Any] = dict.fromkeys((400, 401, 404, 409, 415, 422), models.Failure)
api = APIBlueprint("control", __name__, abp_responses=REFUSALS)


@dataclass(frozen=True)
class ControlConfig:
    """What calls need: `chats` are those that linking makes, `clients` those that VK ID knows anyhow."""

    database: Database
    systems: Wsgi
    chats: dict[str, list[ChatRule]]
    token: str | None
    defects: Defects
    clients: frozenset[str]


SECURITY: dict[str, SecurityScheme | dict[str, Any]] = {
    "token": {"type": "http", "scheme": "bearer", "description": "told by whoever listens"}
}


@api.get("/health", responses={200: models.HealthGiven})
def health() -> Response:
    """Answer when the simulator works."""
    return jsonify(status="ok")


@api.post("/worlds", responses={201: models.WorldGiven})
def make_world(body: models.WorldWanted) -> Any:
    """Make a world and put the people into it."""
    world = create_world(configured(ControlConfig).database, body.seed)
    try:
        _add(world, body.people)
        _order(world, body.defects, body.noted)
    except Exception:
        drop_world(world)
        raise
    return _given(world), 201


@api.get("/worlds/<world>", responses={200: models.WorldGiven})
def get_world(path: models.WorldPath) -> Any:
    """The world: its seed and its time."""
    return _given(_world(path))


@api.delete("/worlds/<world>", responses={204: None})
def delete_world(path: models.WorldPath) -> Any:
    """Drop the world with everything in it."""
    world = _world(path)
    drop_world(world)
    configured(ControlConfig).defects.forget(world.id)
    return "", 204


@api.post("/worlds/<world>/people", responses={201: None})
def more_people(path: models.WorldPath, body: models.PeopleWanted) -> Any:
    """Put more people into the world."""
    _add(_world(path), body.people)
    return "", 201


@api.post("/worlds/<world>/clients", responses={201: None})
def more_clients(path: models.WorldPath, body: models.ClientsWanted) -> Any:
    """Let VK ID know clients of one's own in this world."""
    ours = configured(ControlConfig).clients
    told = {one.id: sound_client(one.model_dump(), ours) for one in body.clients}
    if len(told) < len(body.clients) or ours & told.keys():
        raise ClientKnown
    register_clients(_world(path), told)
    return "", 201


@api.get("/worlds/<world>/clients", responses={200: models.ClientsGiven})
def clients(path: models.WorldPath) -> Any:
    """The clients that were registered in this world."""
    return _json(models.ClientsGiven, clients=[*told_of_clients(_world(path)).values()])


@api.put("/worlds/<world>/rules", responses={200: models.RulesGiven})
def put_rules(path: models.WorldPath, body: models.RulesWanted) -> Any:
    """Let VK ID decide what is disputed so, and no switch otherwise."""
    chosen = choose_rules(_world(path), body.profile, body.switches)
    return _json(models.RulesGiven, switches=chosen.model_dump())


@api.get("/worlds/<world>/rules", responses={200: models.RulesGiven})
def get_rules(path: models.WorldPath) -> Any:
    """How VK ID decides what is disputed in this world."""
    return _json(models.RulesGiven, switches=rules_of(_world(path)).model_dump())


@api.post("/worlds/<world>/transfers", responses={201: None})
def make_transfer(path: models.WorldPath, body: models.TransferWanted) -> Any:
    """Let somebody change school or class."""
    place = body.model_dump(exclude={"journal", "login"}, exclude_none=True)
    chats = configured(ControlConfig).chats.get(body.journal, [])
    transfer(_world(path), body.journal, body.login, chats, **place)
    return "", 201


@api.post("/worlds/<world>/clock", responses={200: models.WorldGiven})
def move_clock(path: models.WorldPath, body: models.ClockMove) -> Any:
    """Move the world's time on."""
    return _given(advance_clock(_world(path), body.advance_seconds))


@api.get("/worlds/<world>/phones/<digits>/messages", responses={200: models.PhoneMessagesGiven})
def phone_messages(path: models.PhonePath, query: models.Waiting) -> Any:
    """What reached the phone after the message `after`; waits for the first one at most `wait` seconds."""
    try:
        phone = parse_phone(f"+{path.digits}")
    except PhoneMalformed:
        abort(404)
    found = wait_for_messages(_world(path), phone, query.after, query.wait)
    return _json(models.PhoneMessagesGiven, messages=found)


@api.post("/worlds/<world>/faults", responses={201: None})
def make_fault(path: models.WorldPath, body: models.FaultWanted) -> Any:
    """Order a disturbance."""
    order_fault(_world(path), **body.model_dump())
    return "", 201


@api.delete("/worlds/<world>/faults", responses={204: None})
def delete_faults(path: models.WorldPath) -> Any:
    """End all disturbances."""
    clear_faults(_world(path))
    return "", 204


@api.put("/worlds/<world>/defects", responses={204: None})
def put_defects(path: models.WorldPath, body: models.DefectsWanted) -> Any:
    """Let the world have these defects of the product and no others."""
    _order(_world(path), body.defects)
    return "", 204


@api.get("/worlds/<world>/touched", responses={200: models.TouchedGiven})
def touched(path: models.WorldPath) -> Any:
    """Which defects the world could have shown if it had them, and what was to be read in it; made `noted`."""
    found, texts = configured(ControlConfig).defects.touched(_world(path).id)
    return _json(models.TouchedGiven, defects=found, texts=texts)


@api.get("/defects", responses={200: models.DefectsGiven})
def defects() -> Any:
    """Which defects there are; besides, `caption:…` lets any caption read otherwise."""
    return _json(models.DefectsGiven, defects=[models.DefectGiven.of(one) for one in known()])


@api.put("/worlds/<world>/devices/<device>", responses={200: models.DeviceState})
def put_device(path: models.DevicePath, body: models.DeviceState) -> Any:
    """Switch a browser's VPN."""
    set_vpn(_world(path), path.device, body.vpn)
    return body.model_dump(mode="json")


@api.post("/worlds/<world>/devices/<device>/errands", responses={200: models.ErrandGiven})
def carry_out_errand(path: models.DevicePath, body: models.ErrandWanted) -> Any:
    """Bring a device where a way through screens leads; every system is asked as by the device's browser."""
    return _json(
        models.ErrandGiven, **carry_out(configured(ControlConfig).systems, _world(path), path.device, body)
    )


@api.get("/worlds/<world>/links", responses={200: models.LinksGiven})
def links(path: models.WorldPath) -> Any:
    """Who is linked with what."""
    return _json(models.LinksGiven, links=links_in(_world(path)))


@api.get("/worlds/<world>/events", responses={200: models.EventsGiven})
def events(path: models.WorldPath, query: models.After) -> Any:
    """The world's log."""
    return _json(models.EventsGiven, events=events_after(_world(path), query.after))


@api.get("/worlds/<world>/failures", responses={200: models.FailuresGiven})
def failures(path: models.WorldPath) -> Any:
    """How the simulator itself has failed in the world, whether a screen shows it or not."""
    return _json(models.FailuresGiven, failures=failures_of(_world(path)))


def create_app(
    database: Database,
    systems: Wsgi,
    chats: dict[str, list[ChatRule]],
    token: str | None,
    defects: Defects,
    clients: frozenset[str],
) -> OpenAPI:
    """The control API of this database and these systems; with a token every call must present it."""
    app = OpenAPI(
        __name__,
        info=Info(title="Связка: control API", version="1", description=ABOUT),
        security_schemes=SECURITY,
        validation_error_callback=unsound_body,
    )
    configure(app, ControlConfig(database, systems, chats, token, defects, clients))
    app.register_api(api)
    app.before_request(_check_host)
    app.before_request(_check_token)
    app.before_request(_check_address)
    app.before_request(_check_body)
    app.after_request(tell_kind)
    app.after_request(partial(_with_life, secrets.token_hex(4)))
    register_refusals(app)
    app.register_error_handler(Exception, _told_if_dropped)
    return app


def _with_life(life: str, response: Response) -> Response:
    """Let a client tell a simulator that was started anew: it has forgotten what is in no database."""
    response.headers[LIFE] = life
    return response


def _check_host() -> None:
    """Refuse a name of somebody else's that leads here: a page of that name could ask by any browser."""
    name = request.host.lower().rpartition(":")[0] if PORT.search(request.host) else request.host.lower()
    if name not in OWN_NAMES and not name.endswith(BY_HAND):
        abort(421)


def _check_token() -> None:
    token = configured(ControlConfig).token
    scheme, _blank, presented = request.headers.get("Authorization", "").partition(" ")
    if token is None:
        return
    if scheme.lower() != "bearer" or not hmac.compare_digest(token.encode(), presented.encode()):
        abort(401)


def _check_body() -> Any:
    """Refuse a body that is no JSON, which left alone would count as an empty one, and one that nobody can keep."""
    if not (request.content_length or "Transfer-Encoding" in request.headers):
        return None
    try:
        body = request.get_json()
    except RecursionError:
        abort(400)
    return None if all(map(is_storable, _texts(body))) else unstorable()


def _check_address() -> None:
    if not all(map(is_storable, (request.path, *request.args.values()))):
        abort(404)


def _texts(body: Any) -> Iterator[str]:
    """Every text in it; it may be deeper than functions can call each other."""
    left = [body]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            left += [*one, *one.values()]
        elif isinstance(one, list):
            left += one


def _told_if_dropped(error: Exception) -> Any:
    """What goes wrong because the world was dropped meanwhile is no error of ours."""
    name = (request.view_args or {}).get("world")
    try:
        if name is not None:
            find_world(configured(ControlConfig).database, name)
    except WorldUnknown as unknown:
        return refused_by(unknown)
    raise error


def _world(path: models.WorldPath) -> World:
    return find_world(configured(ControlConfig).database, path.world)


def _add(world: World, people: list[PersonData]) -> None:
    add_people(world, people, configured(ControlConfig).chats)


def _order(world: World, defects: list[str], noted: bool = False) -> None:
    configured(ControlConfig).defects.order(world.id, defects, noted)
    if defects or noted or world.ordered:
        keep_ordered(world, {"defects": defects, "noted": noted} if defects or noted else None)


def _given(world: World) -> Any:
    return _json(models.WorldGiven, id=world.name, seed=world.seed, now=world.now())


def _json(model: type[BaseModel], **given: Any) -> Any:
    return model.model_validate(given).model_dump(mode="json")
