"""The real server: many people at once over TLS on loopback, and clients that connect and say nothing."""

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from sim_server.server import LOOPBACK, THREADS, Listener
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.people import ANNA, full_name
from tests.http.protocol import exchange, obtain_callback
from tests.http.ways import JOURNAL, UNLINK, link
from tests.http.world import World

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
    """Carries a browser's WSGI requests to the listener, as a resolver rule does: the name stays, the address is ours."""

    def __init__(self, port: int) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        self._address = f"https://{LOOPBACK}:{port}"
        self._client = httpx2.Client(verify=trusting, timeout=SECONDS_AT_MOST, trust_env=False)

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
        kept = [pair for pair in answer.headers.multi_items() if pair[0] in ("content-type", "location", "set-cookie")]
        start_response(f"{answer.status_code} {answer.reason_phrase}", kept)
        return [answer.content]

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()


def one_of_many(number: int) -> Json:
    account = {**ANNA["journal_accounts"][0], "login": f"anna-{number}"}
    return {**ANNA, "key": f"anna-{number}", "phone": f"+7199500{number:04}", "journal_accounts": [account]}


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


def test_silent_clients_keep_nobody_waiting(world: World, listener: Listener) -> None:
    silent = [socket.create_connection((LOOPBACK, listener.port)) for _client in range(THREADS * 2)]
    try:
        wire = OverTls(listener.port)
        browser = Browser(wire, f"Svyazka/{world.name}.d1")
        assert browser.open(JOURNAL).links["Вход для сотрудников"]
        wire.close()
    finally:
        for client in silent:
            client.close()


def test_many_journals_ask_for_particulars_at_once(world: World, browser: Browser, listener: Listener) -> None:
    """More askers than the database has connections: none of them may hold one while waiting for another."""
    token = exchange(world, obtain_callback(browser, world)).json["access_token"]

    def ask() -> int:
        return httpx2.post(
            f"https://{LOOPBACK}:{listener.port}/oauth2/user_info",
            headers={"Host": "id.vk.com"},
            data={"client_id": "perm-journal", "access_token": token},
            verify=False,  # noqa: S501 - a certificate of this run on loopback
            timeout=SECONDS_AT_MOST,
            trust_env=False,
        ).status_code

    with ThreadPoolExecutor(CROWD * 2) as pool:
        answers = [pool.submit(ask) for _asker in range(CROWD * 10)]
        assert {answer.result(timeout=SECONDS_AT_MOST) for answer in answers} == {200}
