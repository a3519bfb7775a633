"""`serve` for a client of somebody's own: its file, VK ID alone, the real names by TLS."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

import pytest

from fixtures.environment.arguments import ArgumentParser
from sim_server import serve, tls
from sim_server.domain.database import Database
from sim_server.simulator import Simulator
from sim_server.start.own_clients import ClientsUnsound, read_clients
from sim_server.start.ready_people import begin_main_world
from sim_server.tenancy import MAIN_WORLD
from tests.http.browser import Browser
from tests.http.own_client import CALLBACK, ID
from tests.http.protocol import authorize_address

SOUND = f"""
[[clients]]
id = "{ID}"
name = "Наш журнал"
redirect_uris = ["{CALLBACK}"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sound file."""
    told = tmp_path / "clients.toml"
    told.write_text(SOUND, encoding="utf-8")
    return told


@pytest.fixture
def alone(tmp_path: Path, file: Path) -> Iterator[Simulator]:
    """VK ID alone, with the client of the file."""
    database = Database(f"sqlite:///{(tmp_path / 'worlds.sqlite').as_posix()}")
    simulator = Simulator(database, clients=file, only=serve.VK_ID_ALONE, usual_world=MAIN_WORLD)
    serve.let_know(begin_main_world(database, simulator.chat_rules), simulator.own_clients)
    yield simulator
    database.close()


def test_client_of_the_file_is_known(alone: Simulator) -> None:
    address = authorize_address(client_id=ID, redirect_uri=CALLBACK)
    assert Browser(alone).open(address).heading == "Вход в VK ID"


def test_it_is_known_when_everything_begins_anew(alone: Simulator) -> None:
    browser = Browser(alone)
    browser.open("http://localhost:8000/")
    assert "Наш журнал" in browser.submit("Начать сначала").text
    address = authorize_address(client_id=ID, redirect_uri=CALLBACK)
    assert browser.open(address).heading == "Вход в VK ID"


def test_nothing_else_is_there(alone: Simulator) -> None:
    browser = Browser(alone)
    page = browser.open("http://localhost:8000/")
    assert "Кабинет VK ID" in page.links
    assert "ЭПОС" not in page.text
    assert browser.ask("GET", "https://school.permkrai.ru/").status_code == 421
    assert browser.ask("GET", "http://phone.svyazka.test.localhost:8000/").status_code == 200


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        (SOUND.replace("redirect_uris", "redirects"), "такого ключа нет (возможно, redirect_uris)"),
        (SOUND.replace(CALLBACK, "cb"), "адрес возврата начинается со схемы"),
        (SOUND.replace(f'["{CALLBACK}"]', "[]"), "нужен хотя бы один адрес возврата"),
        (SOUND.replace(ID, "наш"), "имя клиента — латинские буквы"),
        (SOUND + SOUND, f"имя «{ID}» уже занято"),
        (SOUND.replace(ID, "vk-id"), "имя «vk-id» уже занято"),
        (SOUND + 'like = "perm"\n', "like: клиента «perm» нет; есть: vk-id"),
        ("clients = 1", "нужен список"),
        ("[", "файл"),
    ],
)
def test_wrong_file_is_told(file: Path, spoilt: str, words: str) -> None:
    file.write_text(spoilt, encoding="utf-8")
    with pytest.raises(ClientsUnsound, match=words.replace("(", r"\(").replace(")", r"\)")):
        read_clients(file, {"vk-id"})


def test_command_tells_of_a_wrong_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("", encoding="utf-8")
    assert serve.main(["--clients", str(file)], ArgumentParser) == 2
    assert capsys.readouterr().err.endswith("clients.toml: clients: ключа нет, а он нужен\n")


def test_real_names_are_trusted_by_the_file_alone(
    alone: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "own_folder", lambda: tmp_path / "own")
    exported = tmp_path / "ca.pem"
    options = serve._arguments(ArgumentParser).parse_args(["--tls", "--tls-port=0", f"--ca-file={exported}"])
    with tls.encrypted(alone, options) as told:
        port = int(told[0].partition("id.vk.ru:")[2].partition(" ")[0])
        assert b"openapi" in asked(port, exported)
        assert str(exported) in told[1]


def test_certificate_that_cannot_be_exported_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SVYAZKA_DATABASE_URL", raising=False)
    monkeypatch.setattr(tls, "own_folder", lambda: tmp_path / "own")
    nowhere = tmp_path / "нет" / "ca.pem"
    assert serve.main(["--vk-id-only", "--tls", "--ca-file", str(nowhere)], ArgumentParser) == 2
    assert f"Сертификат записать не удалось ({nowhere})" in capsys.readouterr().err


def test_taken_port_of_tls_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SVYAZKA_DATABASE_URL", raising=False)
    monkeypatch.setattr(tls, "own_folder", lambda: tmp_path / "own")
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        assert serve.main(["--vk-id-only", "--tls", f"--tls-port={port}"], ArgumentParser) == 2
    assert (
        f"Порт {port} занят. Назовите другой: python3 svyazka.py serve --tls-port" in capsys.readouterr().err
    )


def asked(port: int, trusted: Path) -> bytes:
    """What VK ID answers there to a client that trusts the file and nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(trusted)
    context.check_hostname = False  # the address below is a number; the chain is checked all the same
    opener = build_opener(ProxyHandler({}), HTTPSHandler(context=context))
    wanted = Request(f"https://127.0.0.1:{port}/openapi.json", headers={"Host": "id.vk.ru"})  # noqa: S310
    with opener.open(wanted) as answer:
        return bytes(answer.read())
