"""Whoever waits, and whoever sends slowly, keeps nobody else waiting: pages come as soon as on an idle server."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from statistics import median

import httpx2
import pytest

from sim_server import server as server_module
from sim_server.domain.codes import Channel, send_code
from sim_server.domain.news import News
from sim_server.domain.worlds import find_world
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from tests.http.world import World
from tests.people import OLGA

WAITING, HALF_SENT = 200, 40
LOOKS, TRIES = 40, 5
PATIENCE = 5.0
ARRIVING = 40.0  # seconds, on a busy machine
GRAIN = 0.001  # seconds: what a busy machine makes of nothing


@pytest.fixture
def ports(simulator: Simulator) -> Iterator[tuple[int, int]]:
    """Where the control API and the sites listen."""
    listeners = Listener(simulator.control), Listener(simulator)
    for one in listeners:
        one.start()
    yield listeners[0].port, listeners[1].port
    for one in listeners:
        one.stop()


@contextmanager
def sent(port: int, request: bytes, times: int) -> Iterator[list[socket.socket]]:
    """So many clients that have sent this, and read nothing."""
    with ExitStack() as opened:
        clients = [opened.enter_context(socket.create_connection((LOOPBACK, port))) for _one in range(times)]
        for client in clients:
            client.sendall(request)
        yield clients


def how_long(port: int, path: str, **headers: str) -> float:
    """The median of some looks, in seconds; a server that answers nobody takes for ever."""
    taken = []
    with httpx2.Client(trust_env=False, timeout=PATIENCE) as client:
        for _look in range(LOOKS):
            begun = time.perf_counter()
            answer = client.get(f"http://{LOOPBACK}:{port}{path}", headers=headers)
            taken.append(time.perf_counter() - begun)
            assert answer.status_code == 200
    return median(taken)


def is_as_soon(idle: float, port: int, path: str, **headers: str) -> bool:
    """Whether it takes no longer than twice as long, once at least: neighbours can only make it slower."""
    return any(how_long(port, path, **headers) < 2 * idle + GRAIN for _try in range(TRIES))


def ask_for_messages(world: World, seconds: int) -> bytes:
    path = f"{world.path}/phones/{OLGA['phone'][1:]}/messages?wait={seconds}"
    return f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\n\r\n".encode()


class Crowd:
    """Those who have looked, found nothing and wait to be told."""

    def __init__(self) -> None:
        self._number, self._changed = 0, threading.Condition()

    def come(self, more: int) -> None:
        """So many more wait."""
        with self._changed:
            self._number += more
            self._changed.notify_all()

    def is_all_here(self) -> bool:
        """Whether all wait, if need be after a while: then nobody who arrives is in anybody's way."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number == WAITING, ARRIVING)


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Crowd:
    """All who wait for news in this process."""
    found, wait_for_change = Crowd(), News.wait_for_change

    def counted(news: News, seconds: float, told: threading.Event) -> None:
        found.come(1)
        wait_for_change(news, seconds, told)
        found.come(-1)

    monkeypatch.setattr(News, "wait_for_change", counted)
    return found


def begin_form(world: World) -> bytes:
    agent = f"User-Agent: Svyazka/{world.name}.d1"
    kind = "Content-Type: application/x-www-form-urlencoded"
    return (
        f"POST /login HTTP/1.1\r\nHost: school.permkrai.ru\r\n{agent}\r\n{kind}\r\n"
        "Content-Length: 1000\r\n\r\nlogin=an"
    ).encode()


def test_two_hundred_who_wait_keep_no_page_waiting(
    world: World, ports: tuple[int, int], crowd: Crowd
) -> None:
    control, sites = ports
    page = {"Host": "school.permkrai.ru", "User-Agent": f"Svyazka/{world.name}.d1"}
    how_long(sites, "/login", **page)
    idle = how_long(sites, "/login", **page), how_long(control, "/health")
    with sent(control, ask_for_messages(world, seconds=60), WAITING):
        assert crowd.is_all_here()
        assert is_as_soon(idle[1], control, "/health")
        assert is_as_soon(idle[0], sites, "/login", **page)
        send_code(find_world(world.simulator.database, world.name), "wake all", OLGA["phone"], Channel.SMS)


def test_half_sent_forms_keep_no_page_waiting_and_are_given_up(
    world: World, ports: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    _control, sites = ports
    page = {"Host": "school.permkrai.ru", "User-Agent": f"Svyazka/{world.name}.d1"}
    how_long(sites, "/login", **page)
    idle = how_long(sites, "/login", **page)
    with sent(sites, begin_form(world), HALF_SENT) as clients:
        assert is_as_soon(idle, sites, "/login", **page)
        monkeypatch.setattr(server_module, "SENDING_SECONDS", 0.0)
        for client in clients:
            client.settimeout(PATIENCE)
            assert client.recv(65536).startswith(b"HTTP/1.1 408") or client.recv(1) == b""


def test_body_that_is_too_large_is_refused_before_it_is_sent(ports: tuple[int, int]) -> None:
    control, _sites = ports
    request = f"POST /worlds HTTP/1.1\r\nHost: {LOOPBACK}\r\nContent-Length: 1000000000\r\n\r\n".encode()
    with sent(control, request, 1) as (client,):
        client.settimeout(PATIENCE)
        assert client.recv(64).startswith(b"HTTP/1.1 413")
