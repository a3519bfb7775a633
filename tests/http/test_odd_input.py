"""What no database keeps, and numbers that no row has, come from outside: nobody, nowhere, and no error of ours."""

import pytest

from sim_server.domain.worlds import failures_of, find_world
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.protocol import authorize_address
from tests.http.ways import GO_ON, JOURNAL, MESSENGER, VK_ID, ask_to_link, link, prove_phone
from tests.http.world import World
from tests.people import ANNA, OLGA, particulars

NUL = "\0"
HUGE = 10**30


@pytest.fixture(scope="module")
def world(simulator: Simulator) -> World:
    """One world for all of it: nothing here changes any."""
    return World(simulator, [ANNA, OLGA])


@pytest.fixture(scope="module")
def reader(world: World) -> Browser:
    """Somebody who reads a chat."""
    browser = world.browser("reader")
    link(browser, world, ANNA)
    browser.follow("Перейти в VK Мессенджер")
    browser.follow("Учительская")
    return browser


def unbroken(world: World) -> bool:
    return failures_of(find_world(world.simulator.database, world.name)) == []


@pytest.mark.parametrize("parameter", ["login_hint", "state", "prompt", "scope", "client_id", "redirect_uri"])
def test_nul_in_a_request_for_a_sign_in(world: World, browser: Browser, parameter: str) -> None:
    browser.open(authorize_address(**{parameter: f"a{NUL}b" * 16}))
    assert browser.status in (200, 400)
    assert unbroken(world)


def test_nul_in_a_person_s_name(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA, first_name=f"Оль{NUL}га"))
    assert (browser.status, unbroken(world)) == (200, True)


def test_nul_in_a_login_and_a_password(world: World, browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    browser.submit("Войти", login=f"anna{NUL}", password=NUL)
    assert (browser.status, unbroken(world)) == (200, True)


def test_nul_in_a_cookie_is_nobody_s(world: World, browser: Browser) -> None:
    browser.client.set_cookie("sid", '"a\\000b"', domain="school.permkrai.ru")
    browser.open(f"{JOURNAL}/login")
    assert (browser.status, unbroken(world)) == (200, True)


def test_nul_in_a_world_s_name_is_no_world(world: World) -> None:
    stranger = Browser(world.simulator)
    stranger.open(f"http://school.permkrai.ru.a{NUL}b.localhost/login")
    assert stranger.status in (400, 421)


@pytest.mark.parametrize("name", ["code", "refresh_token", "device_id", "client_id", "access_token"])
def test_nul_in_a_call_of_a_client(world: World, name: str) -> None:
    for call in ("auth", "user_info", "revoke", "public_info"):
        form = {"grant_type": "authorization_code", "client_id": "perm-journal", name: f"a{NUL}b"}
        answer = world.browser().ask("POST", f"{VK_ID}/oauth2/{call}", form)
        assert answer.status_code < 500
    assert unbroken(world)


@pytest.mark.parametrize("path", [f"/chats/{HUGE}", f"/chats/{2**62}", "/chats/1/members/" + "9" * 5000])
def test_chat_of_a_number_that_no_row_has(world: World, reader: Browser, path: str) -> None:
    assert reader.ask("GET", f"{MESSENGER}{path}").status_code == 404
    assert unbroken(world)


@pytest.mark.parametrize("before", [HUGE, -HUGE, 2**62])
def test_messages_before_one_that_there_never_is(world: World, reader: Browser, before: int) -> None:
    assert reader.ask("GET", f"{reader.url}?before={before}").status_code == 200
    assert unbroken(world)
