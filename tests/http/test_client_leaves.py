"""Logout and revoke: what ends with them, and what stays."""

import pytest

from tests.http.browser import Browser
from tests.http.own_client import ALLOW, OwnClient, parsed
from tests.http.world import World
from tests.people import ANNA


@pytest.fixture
def client(world: World) -> OwnClient:
    """A client of somebody's own."""
    return OwnClient(world)


def sign_in_again(client: OwnClient, browser: Browser) -> dict[str, str]:
    browser.open(client.address())
    return parsed(browser.submit_until_back(f"Продолжить как {ANNA['first_name']}"))


def test_logout_ends_this_sign_in_and_no_other(client: OwnClient, browser: Browser) -> None:
    callback = client.sign_in(browser)
    here = client.tokens(callback)
    other = client.tokens(sign_in_again(client, browser))
    assert client.call("logout", access_token=here["access_token"]) == {"response": 1}
    assert client.user(here["access_token"])["error"] == "invalid_token"
    assert client.refresh(here["refresh_token"], callback)["error"] == "invalid_request"
    assert "error" not in client.user(other["access_token"])


def test_revoking_ends_all_and_permission_is_asked_again(client: OwnClient, browser: Browser) -> None:
    here = client.tokens(client.sign_in(browser))
    other = client.tokens(sign_in_again(client, browser))
    assert client.call("revoke", access_token=here["access_token"]) == {"response": 1}
    assert client.user(other["access_token"])["error"] == "invalid_token"
    browser.open(client.address())
    assert browser.submit(f"Продолжить как {ANNA['first_name']}").heading == "Доступ к данным"


def test_service_is_disconnected_on_the_account_page(client: OwnClient, browser: Browser) -> None:
    tokens = client.tokens(client.sign_in(browser))
    browser.open("https://id.vk.com/")
    browser.follow("Отключить: Свой журнал")
    browser.submit("Отключить")
    assert client.user(tokens["access_token"])["error"] == "invalid_token"


def test_revoking_ends_a_code_that_waits_to_be_exchanged(client: OwnClient, browser: Browser) -> None:
    here = client.tokens(client.sign_in(browser))
    waiting = sign_in_again(client, browser)
    client.call("revoke", access_token=here["access_token"])
    assert client.tokens(waiting)["error_description"] == "code is missing or invalid"


def test_code_that_was_used_before_revoking_is_still_known(client: OwnClient, browser: Browser) -> None:
    callback = client.sign_in(browser)
    client.call("revoke", access_token=client.tokens(callback)["access_token"])
    assert client.tokens(callback)["error_description"] == "code is already used"


def test_revoking_ends_nothing_of_another_client(client: OwnClient, browser: Browser) -> None:
    other = {"client_id": "other-journal", "redirect_uri": "http://localhost:4000/cb"}
    client.world.register(other["client_id"], other["redirect_uri"])
    here = client.tokens(client.sign_in(browser))
    browser.open(client.address(**other))
    browser.submit(f"Продолжить как {ANNA['first_name']}")
    there = client.tokens(parsed(browser.submit_until_back(ALLOW)), **other)
    client.call("revoke", access_token=here["access_token"])
    asked = {"client_id": other["client_id"], "access_token": there["access_token"]}
    assert "error" not in client.call("user_info", **asked)
