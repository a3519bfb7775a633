"""What no caller in their senses sends to the control API: it is refused in the API's own form, and breaks no world."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sim_server.domain.worlds import drop_world, find_world
from tests.http.browser import Browser
from tests.http.ways import JOURNAL
from tests.http.world import World
from tests.people import ANNA

FAULT = {"system": "vk_id", "point": "page", "kind": "slow"}
UNSOUND: list[Any] = [
    ("POST", "/clock", {"advance_seconds": 1e300}),
    ("POST", "/clock", {"advance_seconds": 1e12}),
    ("POST", "/clock", {"advance_seconds": float("inf")}),
    ("POST", "/clock", {"advance_seconds": float("nan")}),
    ("POST", "/faults", {**FAULT, "seconds": 1e300}),
    ("POST", "/faults", {**FAULT, "seconds": float("inf")}),
    ("POST", "/faults", {**FAULT, "times": 2**70}),
    ("POST", "/people", {"people": [{**ANNA, "key": "\ud800"}]}),
    ("POST", "/people", {"people": [{**ANNA, "first_name": "Ан\0на"}]}),
    ("POST", "/devices/d1/errands", {"address": "nowhere"}),
    ("POST", "/devices/d1/errands", {"address": "http://[/"}),
    ("POST", "/devices/d 1/errands", {"address": JOURNAL}),
    ("GET", f"/events?after={2**70}", None),
    ("GET", f"/phones/71993333333/messages?after={2**70}", None),
    ("GET", "/phones/71993333333/messages?wait=inf", None),
]


@pytest.mark.parametrize(("method", "path", "body"), UNSOUND, ids=lambda one: str(one)[:40])
def test_extremes_are_refused_in_the_documented_form(
    world: World, browser: Browser, method: str, path: str, body: Any
) -> None:
    data = None if body is None else json.dumps(body)
    answer = world.api.open(f"{world.path}{path}", method=method, data=data, content_type="application/json")
    assert (answer.status_code, answer.json["error"].startswith("Запрос не понят")) == (422, True)
    assert browser.open(f"{JOURNAL}/login").heading == "Вход для сотрудников"


@pytest.mark.parametrize("seed", [2**63, -(2**70), 10**400])
def test_seed_that_no_database_holds_is_refused(world: World, seed: int) -> None:
    answer = world.api.post("/worlds", json={"seed": seed})
    assert (answer.status_code, answer.json["error"].startswith("Запрос не понят")) == (422, True)


@pytest.mark.parametrize("body", ["[" * 100_000, '{"a":' * 100_000], ids=["lists", "objects"])
def test_body_without_a_bottom_is_refused(world: World, body: str) -> None:
    answer = world.api.post("/worlds", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["error"].startswith("Запрос не понят")) == (400, True)


def test_clock_moves_no_further_than_dates_go(world: World, browser: Browser) -> None:
    """Many moves that are sound each by itself come to an end before the calendar does."""
    statuses = [
        world.api.post(f"{world.path}/clock", json={"advance_seconds": 10 * 366 * 86400}).status_code
        for _move in range(30)
    ]
    assert (statuses[0], statuses[-1]) == (200, 409)
    assert world.api.get(world.path).status_code == 200
    assert browser.open(f"{JOURNAL}/login").heading == "Вход для сотрудников"


Order = Callable[[World], Any]
ORDERS: dict[str, Order] = {
    "clock": lambda world: world.api.post(f"{world.path}/clock", json={"advance_seconds": 1}),
    "faults": lambda world: world.api.post(f"{world.path}/faults", json=FAULT),
    "people": lambda world: world.api.post(f"{world.path}/people", json={"people": []}),
    "more people": lambda world: world.api.post(
        f"{world.path}/people",
        json={"people": [{**ANNA, "key": "x", "phone": "+71990000001", "journal_accounts": []}]},
    ),
    "device": lambda world: world.api.put(f"{world.path}/devices/d1", json={"vpn": True}),
    "events": lambda world: world.api.get(f"{world.path}/events"),
}


@pytest.mark.parametrize("order", ORDERS)
def test_world_that_is_dropped_while_it_is_used_is_told(
    world: World, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is dropped after the order has found it."""
    from sim_server.control import app

    def found_and_dropped(path: Any) -> Any:
        found = find_world(world.simulator.database, path.world)
        drop_world(found)
        return found

    monkeypatch.setattr(app, "_world", found_and_dropped)
    answer = ORDERS[order](world)
    assert answer.status_code in (200, 201, 404)
    assert answer.status_code != 404 or answer.json == {"error": "Такого мира нет"}


def test_page_of_a_world_that_is_dropped_meanwhile_says_so(
    world: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sim_server.journal import views

    browser.open(f"{JOURNAL}/login")

    def dropped(*_any: Any) -> None:
        drop_world(find_world(world.simulator.database, world.name))
        raise KeyError

    monkeypatch.setattr(views, "account_by_password", dropped)
    browser.submit("Войти", login="anna", password="journal-anna")
    assert (browser.status, browser.page.heading) == (421, "Неизвестный мир")
