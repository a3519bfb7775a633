"""The checks of GET /authorize, one by one: who asks wrongly is told, or sent back with an error."""

import pytest

from tests.http.browser import Browser
from tests.http.protocol import CALLBACK, STATE, authorize_address
from tests.http.world import World


def test_sound_request_opens_the_first_screen(browser: Browser) -> None:
    assert browser.open(authorize_address()).heading == "Вход в VK ID"


def test_short_state_will_do_as_observed(browser: Browser) -> None:
    assert browser.open(authorize_address(state="s")).heading == "Вход в VK ID"


def test_challenge_method_in_small_letters_is_accepted(browser: Browser) -> None:
    assert browser.open(authorize_address(code_challenge_method="s256")).heading == "Вход в VK ID"


@pytest.mark.parametrize(
    ("differing", "reason"),
    [
        ({"client_id": "stranger"}, "client_id is unknown"),
        ({"client_id": ""}, "client_id is unknown"),
        (
            {"redirect_uri": "https://example.org/vk/callback"},
            "redirect_uri is not registered for this client",
        ),
        ({"redirect_uri": f"{CALLBACK}/more"}, "redirect_uri is not registered for this client"),
        (
            {"redirect_uri": CALLBACK.replace("https", "http")},
            "redirect_uri is not registered for this client",
        ),
        ({"redirect_uri": ""}, "redirect_uri is not registered for this client"),
        ({"client_id": "vk-messenger"}, "redirect_uri is not registered for this client"),
    ],
)
def test_request_that_cannot_be_sent_back_is_told_to_the_person(
    browser: Browser, differing: dict[str, str], reason: str
) -> None:
    page = browser.open(authorize_address(**differing))
    assert (page.heading, browser.status) == ("Вход невозможен", 400)
    assert reason in page.text
    assert browser.url.startswith("https://id.vk.com/authorize")


@pytest.mark.parametrize(
    ("differing", "description"),
    [
        ({"response_type": "token"}, "response_type is missing or invalid"),
        ({"response_type": ""}, "response_type is missing or invalid"),
        ({"state": "s" * 31}, "state is missing or invalid"),
        ({"state": ""}, "state is missing or invalid"),
        ({"prompt": "none login"}, "prompt is invalid"),
        ({"prompt": "nothing"}, "prompt is invalid"),
        ({"provider": "elsewhere"}, "provider is invalid"),
        ({"code_challenge_method": "plain"}, "code_challenge_method is missing or invalid"),
        ({"code_challenge_method": ""}, "code_challenge_method is missing or invalid"),
        ({"code_challenge": "v" * 42}, "code_challenge is missing or invalid"),
        ({"code_challenge": "!" * 43}, "code_challenge is missing or invalid"),
        ({"code_challenge": ""}, "code_challenge is missing or invalid"),
    ],
)
def test_request_of_a_known_client_goes_back_with_an_error(
    world: World, browser: Browser, differing: dict[str, str], description: str
) -> None:
    world.choose_rules("strict")
    answer = browser.ask("GET", authorize_address(**differing))
    browser.url = answer.headers["Location"]
    assert browser.url.startswith(f"{CALLBACK}?")
    assert browser.query["error"] == "invalid_request"
    assert browser.query["error_description"] == description
    assert browser.query.get("state", "") == differing.get("state", STATE)
    assert "code" not in browser.query


@pytest.mark.parametrize(
    ("switch", "strictly", "asked", "error"),
    [
        ("shortest_state", 32, {"state": "s" * 31}, "invalid_request"),
        ("unknown_scope", "refused", {"scope": "phone friends"}, "invalid_scope"),
        ("method_in_small_letters", False, {"code_challenge_method": "s256"}, "invalid_request"),
    ],
)
def test_switch_alone_refuses_what_is_accepted_as_observed(
    world: World, browser: Browser, switch: str, strictly: object, asked: dict[str, str], error: str
) -> None:
    assert browser.open(authorize_address(**asked)).heading == "Вход в VK ID"
    world.choose_rules("observed", **{switch: strictly})
    browser.url = browser.ask("GET", authorize_address(**asked)).headers["Location"]
    assert browser.query["error"] == error


@pytest.mark.parametrize("name", ["client_id", "redirect_uri"])
def test_strict_sends_nobody_anywhere_by_a_parameter_that_stands_twice(
    world: World, browser: Browser, name: str
) -> None:
    twice = f"{authorize_address()}&{name}=https://evil.example"
    assert browser.open(twice).heading == "Вход в VK ID"
    world.choose_rules("strict")
    page = browser.open(twice)
    assert (browser.status, f"{name} is repeated" in page.text) == (400, True)


def test_strict_refuses_any_other_parameter_that_stands_twice(world: World, browser: Browser) -> None:
    world.choose_rules("strict")
    browser.url = browser.ask("GET", f"{authorize_address()}&state=another").headers["Location"]
    assert browser.query["error_description"] == "state is repeated"


def test_first_failing_check_speaks(browser: Browser) -> None:
    page = browser.open(authorize_address(client_id="stranger", state="", code_challenge=""))
    assert "client_id is unknown" in page.text


@pytest.mark.parametrize("host", ["https://oauth.vk.com", "https://oauth.vk.ru"])
def test_old_protocol_is_refused_in_words(browser: Browser, host: str) -> None:
    page = browser.open(f"{host}/authorize?client_id=1&response_type=token")
    assert (page.heading, browser.status) == ("Вход невозможен", 400)
    assert "по старому протоколу" in page.text
    told = browser.ask("GET", f"{host}/access_token?code=1")
    assert (told.status_code, told.json["error"]) == (400, "invalid_request")
    assert "https://id.vk.ru/authorize" in told.json["error_description"]
