"""Several processes at one address: who dies is replaced, and all end when they are asked to."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from fixtures.database import MOST_SERVERS
from sim_server import workers as workers_module
from sim_server.server import LOOPBACK
from sim_server.workers import DEATHS_AT_MOST, MOST, WITHIN_SECONDS, Deaths, Workers

SOON = 30.0  # seconds, on a busy machine; whoever is waited for is waited for ten minutes
ENDED, KILLED = 0, 9
PID = 100


class Listener:
    """A port that is given up."""

    given_up = 0

    def give_up_port(self) -> None:
        """Once more."""
        self.given_up += 1


class System:
    """What the keeper asks the system for; the processes do what the test says."""

    def __init__(self, dies: list[int]) -> None:
        self._dies, self._last = dies, PID
        self.alive: list[int] = []
        self.told: list[tuple[int, int]] = []
        self.when_none_dies: Any = None

    def pipe(self) -> tuple[int, int]:
        """Two ends of nothing."""
        return -1, -1

    def fork(self) -> int:
        """One more process."""
        self._last += 1
        self.alive.append(self._last)
        return self._last

    def waitpid(self, pid: int, _options: int) -> tuple[int, int]:
        """The eldest dies as often as was said; then whoever was told to."""
        if pid == -1 and self._dies:
            return self._ended(self.alive[0]), self._dies.pop(0)
        if pid == -1:
            self.when_none_dies()
        return self._ended(pid if pid > 0 else self.alive[0]), ENDED

    def kill(self, pid: int, what: int) -> None:
        """Tells it something, if it is there."""
        if pid not in self.alive:
            raise ProcessLookupError
        self.told.append((pid, what))

    @staticmethod
    def waitstatus_to_exitcode(status: int) -> int:
        """The code."""
        return status

    def _ended(self, pid: int) -> int:
        self.alive.remove(pid)
        return pid


def keep(system: System, monkeypatch: pytest.MonkeyPatch, listener: Any, number: int = 2) -> int:
    monkeypatch.setattr(workers_module, "os", system)
    monkeypatch.setattr(workers_module.signal, "setitimer", lambda *_: None)
    nothing: Any = None
    workers = Workers(number, [listener], nothing)
    system.when_none_dies = workers.stop
    workers.start()
    return workers.keep()


def test_who_dies_is_replaced_and_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system, listener = System([KILLED, 1]), Listener()
    assert keep(system, monkeypatch, listener) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Процесс симулятора умер (код 9) и запущен снова",
        "Процесс симулятора умер (код 1) и запущен снова",
    ]
    assert system.alive == []
    assert sorted(system.told) == [(PID + 3, signal.SIGTERM), (PID + 4, signal.SIGTERM)]
    assert listener.given_up == 1


def test_those_that_cannot_live_are_not_started_for_ever(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system = System([KILLED] * (DEATHS_AT_MOST + 1))
    assert keep(system, monkeypatch, Listener()) == 2
    *_others, last = capsys.readouterr().err.splitlines()
    assert last == "Процесс симулятора умер (код 9), 10-й за 60 с: симулятор остановлен"


def test_deaths_are_too_many_in_a_short_time_and_never_in_a_long_one() -> None:
    seldom, often = Deaths(), Deaths()
    apart = WITHIN_SECONDS / (DEATHS_AT_MOST - 1)
    assert not any(seldom.are_too_many(number * (apart + 1)) for number in range(10 * DEATHS_AT_MOST))
    assert [often.are_too_many(number * apart) for number in range(DEATHS_AT_MOST)][-2:] == [False, True]


def test_a_run_may_ask_for_as_many_processes_as_there_can_be() -> None:
    assert MOST_SERVERS == MOST


@pytest.fixture
def started(request: pytest.FixtureRequest) -> Iterator[tuple["subprocess.Popen[str]", int, int]]:
    """A keeper with its process, and their ports: where all wait, and where nobody does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.sim_server.keeping", request.param],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout
    waiting, plain = map(int, process.stdout.readline().split())
    yield process, waiting, plain
    process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="здесь процессы не делятся надвое")
@pytest.mark.parametrize("started", ["news", "ever"], indirect=True)
def test_all_end_soon_after_they_are_asked_to_whoever_waits(
    started: tuple["subprocess.Popen[str]", int, int],
) -> None:
    process, waiting, plain = started
    with socket.create_connection((LOOPBACK, waiting)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.settimeout(0.3)
        with suppress(TimeoutError):
            assert client.recv(1) != b"", "nobody waits there"
        process.send_signal(signal.SIGTERM)
        assert process.wait(SOON) == 0
    for port in (waiting, plain):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((LOOPBACK, port))
