"""For all tests of ours: nothing leaves this machine; one database and one simulator serve a whole run."""

import ipaddress
import socket
import threading
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from fixtures.database import VARIABLE, database_of
from fixtures.sight.eyes.engine import install
from sim_server.domain import news as news_module
from sim_server.domain.database import Database
from sim_server.domain.news import News
from sim_server.simulator import Simulator
from tests.http.world import World
from tests.promises import Promises, all_are_asked_for

CONSEQUENCES_A_DAY = 40


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the choice among the tests that show the consequence of a defect: all of them cost a minute and more."""
    parser.addoption("--with-defect", metavar="ID", help="миры тестов — с этим дефектом")
    parser.addoption("--cases", type=int, metavar="N", help="столько случаев для схемы управляющего API")
    parser.addoption("--moments", type=int, metavar="SEED", help="моменты смерти симулятора — с этим зерном")
    parser.addoption("--consequences-of", metavar="DAY", help="последствия только сорока дефектов этого дня")


def pytest_configure(config: pytest.Config) -> None:
    """Holds a whole run of our tests to what docs/trust.md and docs/promises.md promise."""
    if defect := config.getoption("--with-defect", None):
        World.given = (defect,)
    if all_are_asked_for(config):
        config.pluginmanager.register(Promises(), "svyazka-promises")


LIMIT_SECONDS = 180  # many times what the slowest test takes: only one that stands still ever meets it


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives every test of ours a limit: one that stands still fails, and the rest goes on."""
    _leave_to_other_days(config, items)
    limit = max(LIMIT_SECONDS, config.getoption("--cases", None) or 0)  # more cases may take longer
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(limit))


def _leave_to_other_days(config: pytest.Config, items: list[pytest.Item]) -> None:
    day = config.getoption("--consequences-of", None)
    showing = [item for item in items if hasattr(getattr(item, "function", None), "shows")]
    if day is None or len(showing) <= CONSEQUENCES_A_DAY:
        return
    showing.sort(key=lambda item: sha256(f"{day}/{item.name}".encode()).digest())
    left = {*showing[CONSEQUENCES_A_DAY:]}
    config.hook.pytest_deselected(items=[*left])
    items[:] = [item for item in items if item not in left]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuses every connection that leads beyond loopback, so that no test ever asks a real system."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Database]:
    """A database in a file, as in a run, or that of --database; every test has worlds of its own in it."""
    file = tmp_path_factory.mktemp("simulator") / "worlds.sqlite"
    with database_of(pytestconfig).opened() as told:
        opened = Database(told.get(VARIABLE) or f"sqlite:///{file.as_posix()}")
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def simulator(database: Database) -> Simulator:
    """All systems, as a WSGI application."""
    return Simulator(database)


@pytest.fixture(scope="session")
def tolerant_driver(driver: Playwright) -> Playwright:
    """The driver of browsers, which has learnt to find also what a page tells only to the eye."""
    install(driver)
    return driver


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when a request waits for something to be written; nothing but a commit wakes it then."""
    told = threading.Event()
    wait_for_change = News.wait_for_change

    def noted(news: News, seconds: float, told_of: threading.Event) -> None:
        told.set()
        wait_for_change(news, seconds, told_of)

    monkeypatch.setattr(News, "wait_for_change", noted)
    monkeypatch.setattr(news_module, "LONGEST_WAIT", 60)
    return told


def _guarded(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            raise PermissionError(f"a test wanted to connect to {address}")
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
