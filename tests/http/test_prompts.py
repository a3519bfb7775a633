"""What a client wishes to be asked: nothing, everything anew, permission again; and where the answer goes then."""

import json
import re

import pytest

from tests.http.browser import Browser
from tests.http.own_client import OwnClient, parsed
from tests.http.protocol import STATE
from tests.http.world import World
from tests.people import ANNA

GO_ON_AS = f"Продолжить как {ANNA['first_name']}"


@pytest.fixture
def client(world: World) -> OwnClient:
    """A client of somebody's own."""
    return OwnClient(world)


def silently(client: OwnClient, browser: Browser) -> dict[str, str]:
    return parsed(browser.ask("GET", client.address(prompt="none")).headers["Location"])


def test_nothing_can_be_asked_of_a_stranger(client: OwnClient, browser: Browser) -> None:
    answer = silently(client, browser)
    assert (answer["error"], answer["state"]) == ("login_required", STATE)


def test_permission_cannot_be_had_without_asking(client: OwnClient, browser: Browser, world: World) -> None:
    client.sign_in(browser)
    assert silently(client, browser)["error"] == "interaction_required"


def test_who_is_remembered_and_has_allowed_it_is_asked_nothing(client: OwnClient, browser: Browser) -> None:
    first = client.tokens(client.sign_in(browser))
    again = client.tokens(silently(client, browser))
    assert again["user_id"] == first["user_id"]


def test_login_asks_who_is_remembered_anew(client: OwnClient, browser: Browser) -> None:
    client.tokens(client.sign_in(browser))
    assert browser.open(client.address()).heading == "Вход с VK ID"
    assert browser.open(client.address(prompt="login")).heading == "Вход в VK ID"


def test_choosing_the_account_shows_who_is_remembered_and_no_study_profile(
    client: OwnClient, browser: Browser
) -> None:
    client.tokens(client.sign_in(browser))
    page = browser.open(client.address(prompt="select_account"))
    assert page.heading == "Вход с VK ID"
    assert {GO_ON_AS, "Войти в другой аккаунт"} <= {*page.buttons}


def test_consent_asks_again(client: OwnClient, browser: Browser) -> None:
    client.tokens(client.sign_in(browser))
    browser.open(client.address(prompt="consent"))
    assert browser.submit(GO_ON_AS).heading == "Доступ к данным"


def test_other_providers_are_not_here(client: OwnClient, browser: Browser) -> None:
    answer = browser.ask("GET", client.address(provider="ok_ru"))
    assert parsed(answer.headers["Location"])["error"] == "temporarily_unavailable"


def test_page_that_has_opened_a_window_is_told_there(client: OwnClient, browser: Browser) -> None:
    client.tokens(client.sign_in(browser))
    browser.open(client.address(origin="http://localhost"))
    page = browser.submit(GO_ON_AS)
    message, origin = told(browser)
    assert page.heading == "Вход выполнен"
    assert origin == "http://localhost:3000"
    assert message["action"] == f"oauth2_authorize_response{STATE}"
    assert message["payload"]["expires_in"] == 600
    assert "access_token" in client.tokens(message["payload"])


def test_refusal_is_told_there_too(client: OwnClient, browser: Browser) -> None:
    assert (
        browser.open(client.address(origin="http://localhost", prompt="none")).heading == "Вход не выполнен"
    )
    assert told(browser)[0]["payload"]["error"] == "login_required"
    browser.open(client.address(origin="http://localhost", response_type="token"))
    assert told(browser)[0]["payload"]["error"] == "invalid_request"


@pytest.mark.parametrize("own", ["payload=1", "expires_in=x", "state=mine&code=mine&error="])
def test_what_stands_in_the_client_s_own_address_is_no_answer(
    world: World, browser: Browser, own: str
) -> None:
    address = f"http://localhost:3000/cb?{own}"
    client = OwnClient(world, address)
    browser.open(client.address(redirect_uri=address, origin="http://localhost", prompt="none"))
    payload = told(browser)[0]["payload"]
    assert payload.keys() == {"error", "error_description", "state"}
    assert (payload["error"], payload["state"]) == ("login_required", STATE)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost.evil.example",
        "null",
        "https://localhost",
        "http://[::1",
        "http://localhost:port",
        "http://me@localhost",
    ],
)
def test_page_of_another_site_is_told_nothing(client: OwnClient, browser: Browser, origin: str) -> None:
    answer = browser.ask("GET", client.address(origin=origin))
    assert parsed(answer.headers["Location"])["error_description"] == "origin is invalid"


def told(browser: Browser) -> tuple[dict, str]:
    found = re.search(r"postMessage\((\{.*\}), (\".*\")\);", browser.page.html)
    assert found is not None
    return json.loads(found[1]), json.loads(found[2])
