"""The command `serve`: how it ends, and who is asked for a token."""

import argparse
import re
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from fixtures.environment.arguments import ArgumentParser
from sim_server import __main__ as process
from sim_server import serve
from sim_server.domain.database import Database
from sim_server.door import Door
from sim_server.server import LOOPBACK
from sim_server.simulator import Simulator
from sim_server.tls import Encrypted
from sim_server.wild import making

NOBODY: Any = None


class Interrupted:
    """A listener that listens to nobody and is interrupted as soon as it is waited for."""

    def __init__(self, simulator: Simulator, port: int, address: str) -> None:
        self.simulator, self.port, self.address = simulator, port, address
        self.did: list[str] = []

    def start(self) -> None:
        """Begins."""
        self.did.append("start")

    def wait(self) -> None:
        """Ctrl-C."""
        self.did.append("wait")
        raise KeyboardInterrupt

    def stop(self) -> None:
        """Ends."""
        self.did.append("stop")

    def health(self, **headers: str) -> int:
        """How the control API answers."""
        return self.simulator.control.test_client().get("/health", headers=headers).status_code


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The main world stays unmade, and a database of somebody's own untouched."""
    monkeypatch.delenv("SVYAZKA_DATABASE_URL", raising=False)
    monkeypatch.setattr(serve, "keep_main_world", lambda _database, _chats: None)
    monkeypatch.setattr(serve, "let_know", lambda *_told: None)


@pytest.fixture
def listeners(monkeypatch: pytest.MonkeyPatch) -> list[Interrupted]:
    """The listeners that the command makes, all of them interrupted."""
    made: list[Interrupted] = []

    def make(simulator: Simulator, port: int, address: str) -> Interrupted:
        made.append(Interrupted(simulator, port, address))
        return made[-1]

    monkeypatch.setattr(serve, "Listener", make)
    return made


def test_several_processes_want_a_database_that_they_can_share(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SVYAZKA_DATABASE_URL", raising=False)
    assert serve.main(["--workers", "2"], ArgumentParser) == 2
    assert "делят только базу PostgreSQL" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "9", "два"])
def test_number_of_processes_is_from_one_to_eight(capsys: pytest.CaptureFixture[str], number: str) -> None:
    with pytest.raises(SystemExit):
        serve.main(["--workers", number], ArgumentParser)
    assert "нужно число от 1 до 8" in capsys.readouterr().err


def test_database_that_cannot_be_used_is_told_and_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVYAZKA_DATABASE_URL", "mysql://u@h/d")
    assert serve.main([], ArgumentParser) == 2
    assert "работает с SQLite и PostgreSQL" in capsys.readouterr().err


def test_ctrl_c_stops_the_simulator_and_ends_with_0(
    listeners: list[Interrupted], capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve.main(["--port", "8123"]) == 0
    (listener,) = listeners
    assert listener.did == ["start", "wait", "stop"]
    told = capsys.readouterr().out
    assert "Симулятор работает: http://localhost:8123\n" in told
    assert told.endswith("Симулятор остановлен.\n")


def test_nobody_who_waits_holds_up_the_end(
    listeners: list[Interrupted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "end_waiting", lambda _database: listeners[0].did.append("let go"))
    serve.main([])
    assert listeners[0].did[:4] == ["start", "wait", "let go", "stop"]


def test_taken_port_is_told_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((LOOPBACK, 0)) as holder:
        port = holder.getsockname()[1]
        assert serve.main(["--port", str(port)]) == 2
    told = capsys.readouterr()
    assert told.err == f"Порт {port} занят. Назовите другой: python3 svyazka.py serve --port {port + 1}\n"
    assert told.out == ""


def test_taken_port_leaves_no_other_open(monkeypatch: pytest.MonkeyPatch) -> None:
    besides = Interrupted(NOBODY, 8443, LOOPBACK)
    monkeypatch.setattr(serve, "encrypted", lambda *_asked: Encrypted(besides, ()))
    with socket.create_server((LOOPBACK, 0)) as holder:
        assert serve.main(["--tls", "--port", str(holder.getsockname()[1])]) == 2
    assert besides.did == ["stop"]


@pytest.mark.parametrize("port", ["65536", "-1", "порт", "8000.5", "²"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        serve.main([f"--port={port}"], ArgumentParser)
    assert ended.value.code == 64
    assert f"ключ --port: нужно число от 0 до 65535, а не «{port}»" in capsys.readouterr().err


def token_in(told: str) -> str:
    (token,) = re.findall(r"Токен управляющего API: (\S+)", told)
    return str(token)


@pytest.mark.parametrize("address", [LOOPBACK, "localhost", "::1"])
def test_on_this_machine_only_the_control_api_asks_for_the_token(
    listeners: list[Interrupted], capsys: pytest.CaptureFixture[str], address: str
) -> None:
    serve.main(["--address", address])
    (listener,) = listeners
    assert (listener.address, listener.port) == (address, 8000)
    assert isinstance(listener.simulator, Simulator)
    told = capsys.readouterr().out
    assert listener.health() == 401
    assert listener.health(Authorization=f"Bearer {token_in(told)}") == 200
    assert "key=" not in told


def test_other_address_asks_people_for_the_key_that_stands_in_the_printed_one(
    listeners: list[Interrupted], capsys: pytest.CaptureFixture[str]
) -> None:
    serve.main(["--address", "0.0.0.0"])  # noqa: S104 - nobody listens
    (listener,) = listeners
    told = capsys.readouterr().out
    assert listener.address == "0.0.0.0"  # noqa: S104
    assert isinstance(listener.simulator, Door)
    assert f"Симулятор работает: http://localhost:8000/?key={token_in(told)}\n" in told


def test_every_start_has_a_token_of_its_own(
    listeners: list[Interrupted], capsys: pytest.CaptureFixture[str]
) -> None:
    for _start in range(2):
        serve.main(["--address", "::"])
    first, second = re.findall(r"Токен управляющего API: (\S+)", capsys.readouterr().out)
    assert first != second


def test_second_face_wants_a_file_for_its_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.main(["--face", "wild"], ArgumentParser) == 64
    assert "--people" in capsys.readouterr().err


def test_second_face_is_one_process(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ["--face", "wild", "--people", "люди.toml", "--workers", "2"]
    assert serve.main(wanted, ArgumentParser) == 64
    monkeypatch.setattr(sys, "argv", ["sim_server", *wanted])
    with pytest.raises(SystemExit):
        process.main()
    told = capsys.readouterr().err
    assert told.count("Второе лицо работает одним процессом") == 2


def test_second_face_whose_people_cannot_be_written_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "crowd", lambda _journals, _seed, _circles: [])
    nowhere = tmp_path / "нет" / "люди.toml"
    assert serve.main(["--face", "wild", "--people", str(nowhere)], ArgumentParser) == 2
    assert f"Файл людей {nowhere} записать не удалось" in capsys.readouterr().err


def test_second_face_says_where_it_is_and_where_its_people_are(
    listeners: list[Interrupted],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(making, "crowd", lambda _journals, _seed, _circles: [])
    people = tmp_path / "люди.toml"
    assert serve.main(["--face", "wild", "--people", str(people), "--port", "8123"]) == 0
    assert listeners[0].did == ["start", "wait", "stop"]
    told = capsys.readouterr().out
    assert "Второе лицо симулятора работает: http://localhost:8123\n" in told
    assert str(people) in told


@pytest.mark.parametrize("circles", ["0", "-1", "два"])
def test_second_face_wants_a_sound_number_of_circles(circles: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"«{circles}»"):
        serve.number_of_circles(circles)


def test_second_face_does_not_know_every_defect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["--face", "wild", "--people", str(tmp_path / "люди.toml"), "--defect", "нет-такого"]
    assert serve.main(wanted, ArgumentParser) == 64
    assert "нет-такого" in capsys.readouterr().err
