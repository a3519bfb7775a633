"""A browser that a Playwright server lends is kept in as one of our own is, or it is refused."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable, get_driver_env
from playwright.sync_api import Error, Playwright

from fixtures.browser import outward_arguments
from fixtures.environment.browsers import find_browser
from fixtures.remote import RemoteRefused, connect
from fixtures.stand import Stand
from tests.small_site import small_site

STAND = {"name": "t", "title": "т", "place": "на т", "simulator": False, "network": True, "masks": (),
         "ignore_certificate_errors": False, "powers": frozenset()}  # fmt: skip


class Servers:
    """Playwright servers on loopback, as the package of Python brings them; they find the browser of this machine."""

    def __init__(self, browsers: Path) -> None:
        self._browsers = browsers
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *keys: str) -> str:
        """Starts one and returns its address."""
        command = [*compute_driver_executable(), "run-server", "--host", "127.0.0.1", "--port", "0", *keys]
        environment = {**get_driver_env(), "PLAYWRIGHT_BROWSERS_PATH": str(self._browsers)}
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        self._started.append(server)
        assert server.stdout
        return re.search(r"ws://\S+", server.stdout.readline())[0]  # type: ignore[index]

    def give_browser(self, missing: str) -> None:
        """Puts the browser of this machine where the server has said that it looks for its own."""
        place = Path(re.search(r"exist at (\S+)", missing)[1])  # type: ignore[index]
        place.parent.mkdir(parents=True)
        place.write_text(f'#!/bin/sh\nexec "{find_browser(headed=False).path}" "$@"\n')
        place.chmod(0o755)

    def stop(self) -> None:
        for server in self._started:
            server.kill()
            server.communicate()


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    started = Servers(tmp_path / "browsers")
    yield started
    started.stop()


@pytest.fixture
def own_stand() -> Iterator[Stand]:
    """A stand of one site on this machine."""
    with small_site({"/": "<h1>Вход</h1>"}) as site:
        yield Stand(**STAND, sites={"journal.t": site.address})  # type: ignore[arg-type]


def test_remote_browser_sees_the_stand_and_nothing_else(
    driver: Playwright, servers: Servers, own_stand: Stand
) -> None:
    server = servers.start("--unsafe")
    with pytest.raises(RemoteRefused, match="нет самого браузера"):
        connect(driver, server, outward_arguments(own_stand))
    with pytest.raises(Error) as bare:
        driver.chromium.connect(server)
    servers.give_browser(bare.value.message)
    browser = connect(driver, server, outward_arguments(own_stand))
    page = browser.new_page()
    page.goto(own_stand.site("journal.t"))
    assert page.get_by_role("heading").inner_text() == "Вход"
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(own_stand.site("journal.t").replace("localhost", "127.0.0.1"))
    browser.close()
    with pytest.raises(RemoteRefused, match="--unsafe"):
        connect(driver, servers.start(), outward_arguments(own_stand))


def test_server_that_is_not_there_is_said(driver: Playwright, own_stand: Stand) -> None:
    with pytest.raises(RemoteRefused, match="ws://127.0.0.1:1/ не отвечает"):
        connect(driver, "ws://127.0.0.1:1/", outward_arguments(own_stand))
