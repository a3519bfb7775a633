"""POST /oauth2/auth: what a code is bound to, and that it serves once."""

import pytest

from tests.http.browser import Browser
from tests.http.protocol import STATE, VERIFIER, call, exchange, exchange_form, obtain_callback
from tests.http.world import World


@pytest.fixture
def callback(browser: Browser, world: World) -> dict[str, str]:
    """A callback with a fresh code."""
    return obtain_callback(browser, world)


def test_callback_carries_what_the_protocol_promises(callback: dict[str, str]) -> None:
    assert set(callback) == {"code", "state", "device_id", "type", "expires_in", "ext_id"}
    assert (callback["state"], callback["type"], callback["expires_in"]) == (STATE, "code_v2", "600")


def test_sound_exchange_gives_a_token(world: World, callback: dict[str, str]) -> None:
    answer = exchange(world, callback)
    assert answer.status_code == 200
    assert answer.json["token_type"] == "Bearer"
    assert (answer.json["expires_in"], answer.json["state"]) == (3600, STATE)
    assert isinstance(answer.json["user_id"], int)
    assert len(answer.json["access_token"]) > 32


def test_parameters_may_stand_in_the_query_and_the_secret_in_the_body(
    world: World, callback: dict[str, str]
) -> None:
    query, secret = exchange_form(callback, code_verifier=""), {"code_verifier": VERIFIER}
    answer = call(world, "/oauth2/auth", query_string=query, data=secret)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("differing", "error", "description"),
    [
        ({"grant_type": "password"}, "invalid_request", "grant_type is missing or invalid"),
        ({"code": "unknown"}, "invalid_request", "code is missing or invalid"),
        ({"client_id": "vk-messenger"}, "invalid_client", "client_id is missing or invalid"),
        ({"client_id": ""}, "invalid_client", "client_id is missing or invalid"),
        (
            {"redirect_uri": "https://web.vk.me/vk/callback"},
            "invalid_request",
            "redirect_uri is missing or invalid",
        ),
        ({"redirect_uri": ""}, "invalid_request", "redirect_uri is missing or invalid"),
        ({"device_id": "another"}, "invalid_request", "device_id is invalid"),
        ({"device_id": ""}, "invalid_request", "device_id is invalid"),
        ({"code_verifier": "w" * 64}, "invalid_request", "verifier is missing or invalid"),
        ({"code_verifier": "v" * 42}, "invalid_request", "verifier is missing or invalid"),
        ({"code_verifier": ""}, "invalid_request", "verifier is missing or invalid"),
    ],
)
def test_exchange_that_does_not_fit_the_code_is_refused(
    world: World, callback: dict[str, str], differing: dict[str, str], error: str, description: str
) -> None:
    answer = exchange(world, callback, **differing)
    assert answer.status_code == 200
    assert answer.json == {"error": error, "error_description": description, "state": STATE}
    assert exchange(world, callback).status_code == 200, "a refused exchange must not spend the code"


def test_code_serves_once(world: World, callback: dict[str, str]) -> None:
    exchange(world, callback)
    answer = exchange(world, callback)
    assert (answer.status_code, answer.json.get("error_description")) == (200, "code is already used")


def test_code_expires_by_the_world_s_time(world: World, callback: dict[str, str]) -> None:
    world.pass_time(minutes=11)
    answer = exchange(world, callback)
    assert (answer.status_code, answer.json.get("error_description")) == (200, "code is expired")


def test_code_lives_nine_minutes(world: World, callback: dict[str, str]) -> None:
    world.pass_time(minutes=9)
    assert exchange(world, callback).status_code == 200


def test_code_of_a_dropped_world_is_unknown(world: World, callback: dict[str, str]) -> None:
    world.api.delete(world.path)
    assert exchange(world, callback).json["error_description"] == "code is missing or invalid"
