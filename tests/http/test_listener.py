"""The real server: many people at once over TLS on loopback, and clients that connect and say nothing."""

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from sqlalchemy import event

from sim_server.domain.database import Database
from sim_server.server import LOOPBACK, THREADS, Listener
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import JOURNAL, UNLINK, link
from tests.http.world import World
from tests.people import ANNA, full_name, with_account

CROWD = 20
SECONDS_AT_MOST = 60

Json = dict[str, Any]


@pytest.fixture
def listener(simulator: Simulator) -> Iterator[Listener]:
    """A listener over TLS, on a free port."""
    server = Listener(simulator, tls_hosts=simulator.hosts)
    server.start()
    yield server
    server.stop()


class OverTls:
    """Carries a browser's WSGI requests to the listener: the host's name stays, the address is ours."""

    def __init__(self, port: int, patience: float = SECONDS_AT_MOST) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        self._address = f"https://{LOOPBACK}:{port}"
        self._client = httpx2.Client(verify=trusting, timeout=patience, trust_env=False)

    def __call__(self, environ: Json, start_response: Any) -> list[bytes]:
        """One request over the wire."""
        headers = {"Host": environ["HTTP_HOST"], "User-Agent": environ["HTTP_USER_AGENT"]}
        for name, key in (("Cookie", "HTTP_COOKIE"), ("Content-Type", "CONTENT_TYPE")):
            if environ.get(key):
                headers[name] = environ[key]
        self._client.cookies.clear()
        answer = self._client.request(
            environ["REQUEST_METHOD"],
            f"{self._address}{environ['PATH_INFO']}?{environ['QUERY_STRING']}",
            headers=headers,
            content=environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)),
        )
        kept = [
            pair
            for pair in answer.headers.multi_items()
            if pair[0] in ("content-type", "location", "set-cookie")
        ]
        start_response(f"{answer.status_code} {answer.reason_phrase}", kept)
        return [answer.content]

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()


def one_of_many(number: int) -> Json:
    name = f"anna-{number}"
    return with_account(ANNA, login=name) | {"key": name, "phone": f"+7199500{number:04}"}


def link_over_tls(listener: Listener, world: World, person: Json) -> bool:
    wire = OverTls(listener.port)
    try:
        browser = Browser(wire, f"Svyazka/{world.name}.{person['key']}")
        return UNLINK in link(browser, world, person).buttons
    finally:
        wire.close()


def test_twenty_people_link_at_once(simulator: Simulator, listener: Listener) -> None:
    people = [one_of_many(number) for number in range(CROWD)]
    world = World(simulator, people)
    with ThreadPoolExecutor(CROWD) as pool:
        ways = [pool.submit(link_over_tls, listener, world, person) for person in people]
        assert all(way.result(timeout=SECONDS_AT_MOST) for way in ways)
    assert world.links == {f"anna-{number}": full_name(ANNA) for number in range(CROWD)}


def test_no_request_holds_two_database_connections(
    world: World, browser: Browser, database: Database
) -> None:
    """Where one did, as many of them at once as there are connections would wait for each other for ever."""
    held = [0]
    listening = {
        "checkout": lambda *_: held.append(held[-1] + 1),
        "checkin": lambda *_: held.append(held[-1] - 1),
    }
    for name, note in listening.items():
        event.listen(database.engine, name, note)
    try:
        link(browser, world, ANNA)
        browser.follow("Перейти в VK Мессенджер")
    finally:
        for name, note in listening.items():
            event.remove(database.engine, name, note)
    assert max(held) == 1


def test_silent_clients_keep_nobody_waiting(world: World, listener: Listener) -> None:
    silent = [socket.create_connection((LOOPBACK, listener.port)) for _client in range(THREADS * 2)]
    try:
        wire = OverTls(listener.port, patience=5)
        browser = Browser(wire, f"Svyazka/{world.name}.d1")
        assert browser.open(JOURNAL).links["Вход для сотрудников"]
        wire.close()
    finally:
        for client in silent:
            client.close()


def test_connection_that_the_world_has_ordered_to_be_cut_ends_without_an_answer(
    world: World, listener: Listener
) -> None:
    world.disturb("journal", "page", "cut")
    wire = OverTls(listener.port)
    browser = Browser(wire, f"Svyazka/{world.name}.d1")
    with pytest.raises(httpx2.TransportError, match="without sending|EOF"):
        browser.open(JOURNAL)
    assert browser.open(JOURNAL).links["Вход для сотрудников"]
    wire.close()
