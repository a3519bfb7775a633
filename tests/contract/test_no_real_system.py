"""A run reaches the stand and nothing else, whatever proxy the environment names (decision 1)."""

import socket
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright

from fixtures.browser import launch, launch_arguments
from fixtures.simulator import Address

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class ListeningProxy:
    """A proxy that answers nobody and remembers what it heard."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.heard: list[bytes] = []
        self.asked = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            self.heard.append(client.recv(1024))
            self.asked.set()
            client.close()

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[ListeningProxy]:
    listening = ListeningProxy()
    for name in PROXY_VARIABLES:
        monkeypatch.setenv(name, listening.address)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield listening
    listening.close()


@pytest.fixture
def open_page(driver: Playwright) -> Iterator:
    """Opens pages in a browser that was started with the given switches and the environment of this moment."""
    browsers: list[Browser] = []

    def opened(arguments: list[str]) -> Page:
        browsers.append(launch(driver, arguments))
        return browsers[-1].new_context(ignore_https_errors=True).new_page()

    yield opened
    for browser in browsers:
        browser.close()


def test_known_host_is_the_simulators_and_the_proxy_hears_nothing(
    proxy, open_page, simulator_address: Address
):
    page = open_page(launch_arguments(simulator_address))
    answer = page.goto("https://id.vk.com/")
    assert answer.server_addr()["ipAddress"] == "127.0.0.1"
    assert answer.server_addr()["port"] == simulator_address.tls_port
    assert not proxy.heard


@pytest.mark.parametrize("address", ["https://example.com/", "http://ok.ru/", "https://ya.ru:8443/"])
def test_any_other_host_does_not_exist(proxy, open_page, simulator_address: Address, address):
    page = open_page(launch_arguments(simulator_address))
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(address)
    assert not proxy.heard


def test_proxy_would_be_asked_without_the_switch(proxy, open_page, simulator_address: Address):
    """Shows that this proxy can be heard asking: rules for the known hosts do not keep Chromium from it."""
    sandbox = launch_arguments(None)
    page = open_page(
        [*sandbox, f"--host-resolver-rules=MAP id.vk.com 127.0.0.1:{simulator_address.tls_port}"]
    )
    with pytest.raises(Error):
        page.goto("https://id.vk.com/")
    assert proxy.asked.wait(5)
    assert b"id.vk.com" in b"".join(proxy.heard)


def test_rules_without_the_switch_reach_nothing_at_all(proxy, open_page, simulator_address: Address):
    """The other half of the lock: the rule for every other host swallows the proxy's own, too."""
    rules_alone = [
        switch for switch in launch_arguments(simulator_address) if not switch.startswith("--proxy-server")
    ]
    with pytest.raises(Error, match="ERR_PROXY_CONNECTION_FAILED"):
        open_page(rules_alone).goto("https://id.vk.com/")
    assert not proxy.heard
