"""The control API: what it makes, what it refuses and in which words, its token, its waiting."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from sim_server.control.refusals import BY_STATUS
from sim_server.domain.codes import Channel, send_code
from sim_server.domain.database import Database
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, IGOR, OLGA, full_name

UNKNOWN = "Такого мира, номера или адреса нет"
CONFLICT = "Эти люди мешают друг другу"
ROUTES_OF_A_WORLD = [
    ("GET", ""),
    ("DELETE", ""),
    ("POST", "/people"),
    ("POST", "/transfers"),
    ("POST", "/clock"),
    ("GET", "/phones/71991111111/messages"),
    ("POST", "/faults"),
    ("DELETE", "/faults"),
    ("PUT", "/devices/d1"),
    ("GET", "/links"),
    ("GET", "/events"),
]
BODIES = {
    "/people": {"people": []},
    "/transfers": {"journal": "perm", "login": "nobody"},
    "/clock": {"advance_seconds": 1},
    "/faults": {"system": "vk_id", "point": "page", "kind": "error"},
    "/devices/d1": {"vpn": True},
}


@pytest.fixture
def api(simulator: Simulator) -> FlaskClient:
    """The control API, without a token."""
    return simulator.control.test_client()


@pytest.fixture
def guarded(database: Database) -> Iterator[FlaskClient]:
    """A control API that listens to more than this machine."""
    with Simulator(database, control_token="open sesame").control.test_client() as client:
        yield client


def ask(api: FlaskClient, method: str, path: str, base: str) -> Any:
    body = BODIES.get(path) if method in ("POST", "PUT") else None
    return api.open(f"{base}{path}", method=method, json=body)


def test_health(api: FlaskClient) -> None:
    assert api.get("/health").json == {"status": "ok"}


def test_world_is_made_shown_and_dropped(api: FlaskClient) -> None:
    made = api.post("/worlds", json={"seed": 42, "people": EVERYBODY})
    assert (made.status_code, made.json["seed"]) == (201, 42)
    address = f"/worlds/{made.json['id']}"
    shown = api.get(address).json
    assert {**shown, "now": ""} == {**made.json, "now": ""}
    assert shown["now"].endswith("+00:00")
    assert api.delete(address).status_code == 204
    assert api.get(address).status_code == 404


def test_seed_is_drawn_when_none_is_given(api: FlaskClient) -> None:
    seeds = {api.post("/worlds", json={}).json["seed"] for _world in range(3)}
    assert len(seeds) == 3


@pytest.mark.parametrize(("method", "path"), ROUTES_OF_A_WORLD)
def test_unknown_world_is_told_in_russian(api: FlaskClient, method: str, path: str) -> None:
    answer = ask(api, method, path, "/worlds/w0")
    assert (answer.status_code, answer.json) == (404, {"error": "Такого мира нет"})


def test_unknown_address_is_told_in_russian(api: FlaskClient) -> None:
    answer = api.get("/nowhere")
    assert (answer.status_code, answer.json) == (404, {"error": UNKNOWN})


@pytest.mark.parametrize("digits", ["12", "phone"])
def test_phone_that_is_no_number_is_told_in_russian(world: World, digits: str) -> None:
    answer = world.api.get(f"{world.path}/phones/{digits}/messages")
    assert (answer.status_code, answer.json) == (404, {"error": UNKNOWN})


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([ANNA, {**IGOR, "phone": ANNA["phone"]}], CONFLICT),
        ([ANNA, {**IGOR, "journal_accounts": ANNA["journal_accounts"]}], CONFLICT),
        (
            [{**OLGA, "journal_accounts": [{**OLGA["journal_accounts"][0], "linked": True}]}],
            "Учебный профиль бывает",
        ),
        ([{**OLGA, "study_profile": {}}], "Учебный профиль бывает"),
        ([{**OLGA, "phone": "12"}], "Номер телефона должен быть российским"),
        ([{**OLGA, "journal_accounts": [{**OLGA["journal_accounts"][0], "journal": "x"}]}], "Такого журнала"),
        ([{**OLGA, "vk_id": {"trusted_friends": ["nobody"]}}], "Друга, которому доверяют, в этом мире нет"),
    ],
    ids=[
        "one phone",
        "one login",
        "linked without a profile",
        "profile of nobody",
        "malformed phone",
        "no journal",
        "no friend",
    ],
)
def test_unsound_people_are_refused_and_nobody_is_there(world: World, people: list[Any], said: str) -> None:
    empty = World(world.simulator, [])
    answer = empty.api.post(f"{empty.path}/people", json={"people": people})
    assert (answer.status_code, answer.json["error"].startswith(said)) == (409, True)
    assert empty.api.post(f"{empty.path}/people", json={"people": [ANNA, IGOR]}).status_code == 201


def test_world_whose_people_are_in_conflict_is_not_made(api: FlaskClient, database: Database) -> None:
    before = api.post("/worlds", json={}).json["id"]
    assert api.post("/worlds", json={"people": [ANNA, ANNA]}).status_code == 409
    following = f"w{int(before[1:]) + 1}"
    assert api.get(f"/worlds/{following}").status_code == 404


def test_account_that_is_not_there_cannot_change_school(world: World) -> None:
    answer = world.api.post(f"{world.path}/transfers", json={"journal": "perm", "login": "nobody"})
    assert (answer.status_code, answer.json) == (
        409,
        {"error": "Учётной записи с таким логином в этом журнале нет"},
    )


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/clock", {"advance_seconds": -1}),
        ("/clock", {}),
        ("/faults", {"system": "vk_id", "point": "page", "kind": "boring"}),
        ("/faults", {"system": "start", "point": "page", "kind": "error"}),
        ("/people", {"people": [{**ANNA, "nickname": "Аня"}]}),
    ],
)
def test_unforeseen_bodies_are_refused(world: World, path: str, body: dict[str, Any]) -> None:
    answer = world.api.post(f"{world.path}{path}", json=body)
    assert answer.status_code == 422
    assert answer.json["error"].startswith("Запрос не понят: ")


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [("PATCH", {}, "", 405), ("POST", {"Content-Type": "text/plain"}, "{}", 415), ("POST", {}, "{", 400)],
)
def test_every_refusal_speaks_russian(
    api: FlaskClient, method: str, headers: dict[str, str], body: str, status: int
) -> None:
    headers = headers or {"Content-Type": "application/json"}
    answer = api.open("/worlds", method=method, headers=headers, data=body)
    assert answer.status_code == status
    assert answer.json["error"] == BY_STATUS[status]


def test_token_is_asked_for_everywhere(guarded: FlaskClient) -> None:
    for path in ("/health", "/worlds/w1", "/openapi/openapi.json", "/nowhere"):
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer ö"}):
            answer = guarded.get(path, headers=headers)
            assert answer.status_code == 401, (path, headers)
            assert answer.json["error"].startswith("Нужен токен")


def test_token_opens(guarded: FlaskClient) -> None:
    answer = guarded.get("/health", headers={"Authorization": "Bearer open sesame"})
    assert answer.json == {"status": "ok"}


def test_links_and_events_tell_what_happened(world: World) -> None:
    link = world.api.get(f"{world.path}/links").json["links"][0]
    assert (link["journal"], link["login"]) == ("perm", "pavel")
    assert world.links == {"pavel": full_name(EVERYBODY[3])}
    world.pass_time(minutes=1)
    world.disturb("vk_id", "page", "error")
    first, second = world.api.get(f"{world.path}/events").json["events"]
    assert (first["kind"], second["kind"]) == ("clock_advanced", "fault_ordered")
    newer = world.api.get(f"{world.path}/events?after={first['id']}").json["events"]
    assert newer == [second]


def test_waiting_ends_when_a_message_comes(world: World, waits: threading.Event) -> None:
    """The waiting is allowed a minute; it must end with the message, which is sent once it waits."""
    with ThreadPoolExecutor(1) as pool:
        address = f"{world.path}/phones/71993333333/messages?wait=60"
        answer = pool.submit(world.simulator.control.test_client().get, address)
        assert waits.wait(timeout=5)
        send_code(find_world(world.simulator.database, world.name), "test", OLGA["phone"], Channel.SMS)
        messages = answer.result(timeout=5).json["messages"]
    assert [message["kind"] for message in messages] == ["sms"]


def test_waiting_ends_without_a_message(world: World) -> None:
    answer = world.api.get(f"{world.path}/phones/71993333333/messages?wait=0.05")
    assert answer.json == {"messages": []}


def test_messages_already_read_are_not_given_again(world: World) -> None:
    domain_world = find_world(world.simulator.database, world.name)
    for purpose in ("first", "second"):
        send_code(domain_world, purpose, OLGA["phone"], Channel.SMS)
    first, second = world.messages(OLGA["phone"])
    newer = world.api.get(f"{world.path}/phones/71993333333/messages?after={first['id']}").json["messages"]
    assert newer == [second]
