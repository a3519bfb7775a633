"""Pages of a stand that is out in the world may name whom they like: only the stand's own hosts are ever asked."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

from fixtures.browser import launch, launch_arguments, outward_arguments
from fixtures.stand import Stand

OWN, OTHER = "stand.localhost", "other.localhost"
PAGE = """<!doctype html><link rel=preconnect href=//{other}><link rel=dns-prefetch href=//{other}>
<link rel=stylesheet href=//{other}/a.css><link rel=prefetch href=//{other}/p><script src=//{other}/a.js></script>
<img src=//{other}/a.png><img src=//{literal}/a.png><iframe src=//{other}/frame></iframe><img src=/away>
<script>
const done = [fetch("/own")];
for (const host of ["{other}", "{literal}", "[::1]:{port}"]) {{
  done.push(fetch(`http://${{host}}/fetch`, {{ mode: "no-cors" }}));
  navigator.sendBeacon(`http://${{host}}/beacon`, "x");
  done.push(new Promise((over) => {{ new WebSocket(`ws://${{host}}/socket`).onclose = over; }}));
}}
const turn = {{ urls: "turn:127.0.0.1:{beside}?transport=tcp", username: "x", credential: "x" }};
const peer = new RTCPeerConnection({{ iceServers: [{{ urls: "stun:127.0.0.1:{beside}" }}, turn] }});
if ({gathers}) done.push(new Promise((over) => {{
  peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && over();
}}));
peer.createDataChannel("x");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
Promise.allSettled(done).then(() => document.body.append("Всё"));
</script>"""


class Listener:
    """Listens on loopback for whoever asks, by whatever name, and counts the requests by the host that was meant."""

    def __init__(self) -> None:
        """Listen at once."""
        self.asked = Counter[str]()
        self.beside = Counter[str]()  # what is no request for a page: datagrams, plain connections
        self.heard_beside = threading.Event()
        self.gathers = True  # whether the page waits until nobody is left to be called
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_port
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", 0))
        self._tcp = socket.create_server(self._udp.getsockname())
        for work in (self._server.serve_forever, self._hear_datagrams, self._hear_callers):
            threading.Thread(target=work, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        listener = self

        class Handler(BaseHTTPRequestHandler):
            """Answers everybody, and sends away whoever asks for that."""

            def do_GET(self) -> None:
                listener.asked[self.headers["Host"].partition(":")[0]] += 1
                self.send_response(302 if self.path == "/away" else 200)
                self.send_header("Location", f"http://{OTHER}:{listener.port}/redirected")
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                names = {"other": f"{OTHER}:{listener.port}", "literal": f"127.0.0.1:{listener.port}"}
                beside, gathers = listener._udp.getsockname()[1], str(listener.gathers).lower()
                told = PAGE.format(**names, port=listener.port, beside=beside, gathers=gathers)
                self.wfile.write(told.encode() if self.path == "/" else b"")

            do_POST = do_GET  # noqa: N815 - as the library calls it

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler

    def _hear_datagrams(self) -> None:
        self._hear("datagram", lambda: self._udp.recv(2048))

    def _hear_callers(self) -> None:
        self._hear("connection", lambda: self._tcp.accept()[0].close())

    def _hear(self, kind: str, one: Callable[[], object]) -> None:
        with suppress(OSError):  # it is closed
            while True:
                one()
                self.beside[kind] += 1
                self.heard_beside.set()

    def close(self) -> None:
        """Listen no more."""
        self._server.shutdown()
        self._server.server_close()
        for each in (self._udp, self._tcp):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


def visit(driver: Playwright, arguments: list[str], listener: Listener) -> None:
    """Open the stand's page and wait until all that it tries is over."""
    browser: Browser = launch(driver, arguments)
    page = browser.new_page()
    page.goto(f"http://{OWN}:{listener.port}/")
    page.get_by_text("Всё").wait_for()
    if not listener.gathers:
        assert listener.heard_beside.wait(5)
    browser.close()


def test_requests_to_other_hosts_are_none(driver: Playwright, listener: Listener) -> None:
    site = {"vk_id": f"http://{OWN}:{listener.port}"}
    stand = Stand("live", "т", "на т", False, False, frozenset(), (), site, network=True, live=True)
    visit(driver, outward_arguments(stand), listener)
    assert listener.asked[OWN] >= 2
    assert {host: number for host, number in listener.asked.items() if host != OWN} == {}
    assert not listener.beside


def test_they_would_be_heard_without_the_switches(driver: Playwright, listener: Listener) -> None:
    listener.gathers = False
    visit(driver, launch_arguments(None), listener)
    assert listener.asked[OTHER] > 3
    assert listener.asked["127.0.0.1"] > 1
