"""`serve` beyond this machine: whoever has not come by the printed address sees nothing of what is for people."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from sim_server.domain.database import Database
from sim_server.domain.worlds import WorldUnknown, create_world, drop_world, find_world
from sim_server.door import Door
from sim_server.simulator import Simulator
from tests.http.browser import Browser

KEY = "open-sesame"
HOME = "http://localhost:8000"
PAGES = [
    f"{HOME}/",
    "http://phone.svyazka.test.localhost:8000/79991111111",
    "http://mail.svyazka.test.localhost:8000/",
    "http://school.permkrai.ru.localhost:8000/login",
]


@pytest.fixture
def door(database: Database) -> Iterator[Door]:
    """A simulator with its main world, behind a door."""
    with suppress(WorldUnknown):
        drop_world(find_world(database, "main"))
    world = create_world(database, name="main")
    yield Door(Simulator(database, control_token=KEY), KEY)
    drop_world(world)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_for_people_is_shown_without_the_key(door: Door, page: str) -> None:
    browser = Browser(door)
    told = browser.open(page)
    assert browser.status == 403
    assert "напечатала команда serve" in told.text
    assert "anna" not in told.html


@pytest.mark.parametrize("page", PAGES)
def test_who_came_by_the_printed_address_goes_everywhere(door: Door, page: str) -> None:
    browser = Browser(door)
    browser.open(f"{HOME}/?key={KEY}")
    assert (browser.status, browser.url) == (200, f"{HOME}/")
    browser.open(page)
    assert (browser.status, browser.url) == (200, page)


def test_wrong_key_opens_nothing(door: Door) -> None:
    browser = Browser(door)
    browser.open(f"{HOME}/?key=guessed")
    assert browser.status == 403


def test_form_without_the_key_is_not_taken(door: Door) -> None:
    assert Browser(door).ask("POST", f"{HOME}/anew", {}).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example/",
        "http://localhost.evil.example:8000/",
        "//evil.example",
        "http://evil.example%5C@x.localhost:8000/",  # a browser reads «\\» as the end of the site's name
        "http://evil.example%23.localhost:8000/",
        "http://me@x.localhost:8000/",
        "http://.localhost:8000/",
        "http://[evil",
        "https://phone.svyazka.test.localhost:8000/",
        "http://phone.svyazka.test.localhost:8001/",
    ],
)
def test_key_is_told_to_no_other_machine(door: Door, address: str) -> None:
    browser = Browser(door)
    browser.open(f"{HOME}/?key={KEY}")
    answer = browser.ask("GET", f"{HOME}/-/key?to={address}")
    assert answer.status_code == 403
    assert KEY not in answer.headers.get("Location", "")


def test_key_leads_to_a_page_with_a_query(door: Door) -> None:
    browser = Browser(door)
    browser.open(f"{HOME}/?key={KEY}")
    browser.open("http://school.permkrai.ru.localhost:8000/login?a=%D1%8F%20b&c=d")
    assert (browser.status, browser.query) == (200, {"a": "я b", "c": "d"})


def test_door_s_own_answers_are_framed_nowhere_and_the_key_is_kept_by_nobody(door: Door) -> None:
    closed = Browser(door).ask("GET", f"{HOME}/").headers
    assert "frame-ancestors 'none'" in closed["Content-Security-Policy"]
    assert closed["X-Content-Type-Options"] == "nosniff"
    welcome = Browser(door).ask("GET", f"{HOME}/?key={KEY}").headers
    assert (welcome["Cache-Control"], welcome["Referrer-Policy"]) == ("no-store", "same-origin")


def test_calls_between_servers_need_no_key(door: Door) -> None:
    answer = Browser(door).ask("POST", "http://id.vk.com.localhost:8000/oauth2/auth", {"grant_type": "x"})
    assert answer.status_code == 200
    assert answer.json["error"] == "invalid_request"
