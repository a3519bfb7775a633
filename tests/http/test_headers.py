"""What every answer tells a browser besides: who may show it in a frame, what it is, and what others learn of it."""

from urllib.parse import urlencode

import pytest
from flask import Response

from sim_server.simulator import Simulator
from sim_server.web.headers import let_frame, protect
from tests.http.browser import Browser
from tests.http.protocol import authorize_address
from tests.http.ways import JOURNAL, MESSENGER, VK_ID
from tests.http.world import World

PAGES = [
    JOURNAL,
    f"{JOURNAL}/login",
    f"{JOURNAL}/nowhere",
    VK_ID,
    f"{VK_ID}/recovery",
    authorize_address(),
    authorize_address(client_id="nobody"),
    MESSENGER,
    "https://sferum.ru",
    "https://phone.svyazka.test/",
    "https://support.svyazka.test/desk",
]


@pytest.mark.parametrize("page", PAGES)
def test_page_is_shown_in_nobody_s_frame_and_tells_nobody_its_address(browser: Browser, page: str) -> None:
    """An address of VK ID's way back holds a code, one of the way there a state."""
    headers = browser.ask("GET", page).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_answers_between_servers_are_what_they_say(world: World, browser: Browser) -> None:
    answer = browser.ask("POST", f"{VK_ID}/oauth2/auth?{urlencode({'grant_type': 'x'})}")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert world.api.get(world.path).headers["X-Content-Type-Options"] == "nosniff"


def test_start_page_is_in_nobody_s_frame(simulator: Simulator) -> None:
    headers = Browser(simulator).ask("GET", "http://localhost:8000/").headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_view_lets_those_frame_it_whom_it_names() -> None:
    """So do pages that VK ID's SDK puts into a client's own."""
    answer = protect(let_frame(Response("x"), "https://school.permkrai.ru"))
    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors https://school.permkrai.ru")
    assert "X-Frame-Options" not in answer.headers
