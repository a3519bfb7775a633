"""Refreshing: each pair gives way to the next, and what is presented twice ends the whole family."""

import time

import pytest

from tests.http.browser import Browser
from tests.http.own_client import OwnClient
from tests.http.protocol import STATE
from tests.http.world import World

REFUSED = "refresh_token is missing or invalid"


@pytest.fixture
def client(world: World) -> OwnClient:
    """A client of somebody's own."""
    return OwnClient(world)


@pytest.fixture
def callback(client: OwnClient, browser: Browser) -> dict[str, str]:
    """What it got by a person's way through the screens."""
    return client.sign_in(browser)


def test_next_pair_replaces_the_one_before(client: OwnClient, callback: dict[str, str]) -> None:
    first = client.tokens(callback)
    second = client.refresh(first["refresh_token"], callback)
    assert second.keys() == first.keys()
    assert (second["state"], second["user_id"]) == (STATE, first["user_id"])
    assert client.user(second["access_token"])["user_id"] == str(first["user_id"])
    assert client.user(first["access_token"])["error"] == "invalid_token"


def test_refresh_token_that_is_used_again_ends_the_family(
    client: OwnClient, callback: dict[str, str], world: World
) -> None:
    first = client.tokens(callback)
    second = client.refresh(first["refresh_token"], callback)
    assert client.refresh(first["refresh_token"], callback)["error_description"] == REFUSED
    assert client.user(second["access_token"])["error"] == "invalid_token"
    assert client.refresh(second["refresh_token"], callback)["error_description"] == REFUSED
    assert len(world.events("refresh_token_reused")) == 1


@pytest.mark.parametrize("minutes", [0, 11])
def test_code_that_is_presented_again_ends_the_family(
    client: OwnClient, callback: dict[str, str], world: World, minutes: int
) -> None:
    first = client.tokens(callback)
    world.pass_time(minutes=minutes)
    assert client.tokens(callback)["error_description"] == "code is already used"
    assert client.user(first["access_token"])["error"] == "invalid_token"
    assert client.refresh(first["refresh_token"], callback)["error_description"] == REFUSED


def test_code_with_another_verifier_ends_nothing(client: OwnClient, callback: dict[str, str]) -> None:
    first = client.tokens(callback)
    assert client.tokens(callback, code_verifier="w" * 64)["error_description"].startswith("verifier")
    assert "error" not in client.user(first["access_token"])


@pytest.mark.parametrize(
    ("differing", "description"),
    [
        ({"device_id": "another"}, "device_id is invalid"),
        ({"device_id": ""}, "device_id is invalid"),
        ({"client_id": "vk-messenger"}, "client_id is missing or invalid"),
        ({"refresh_token": "stranger"}, REFUSED),
        ({"refresh_token": ""}, REFUSED),
    ],
)
def test_refresh_that_does_not_fit_is_refused_and_spends_nothing(
    client: OwnClient, callback: dict[str, str], differing: dict[str, str], description: str
) -> None:
    token = client.tokens(callback)["refresh_token"]
    assert client.refresh(token, callback, **differing)["error_description"] == description
    assert "access_token" in client.refresh(token, callback)


def test_refresh_token_lasts_half_a_year(client: OwnClient, callback: dict[str, str], world: World) -> None:
    token = client.tokens(callback)["refresh_token"]
    world.pass_time(days=179)
    token = client.refresh(token, callback)["refresh_token"]
    world.pass_time(days=181)
    assert client.refresh(token, callback)["error_description"] == REFUSED


def test_guessing_the_verifier_is_slowed_down(client: OwnClient, callback: dict[str, str]) -> None:
    for _guess in range(20):
        assert client.tokens(callback, code_verifier="w" * 64)["error"] == "invalid_request"
    assert client.tokens(callback)["error"] == "slow_down"


def test_token_that_expires_at_once_gives_way_to_the_next(
    client: OwnClient, callback: dict[str, str], world: World
) -> None:
    world.disturb("vk_id", "exchange", "expired")
    first = client.tokens(callback)
    assert client.user(first["access_token"])["error"] == "invalid_token"
    second = client.refresh(first["refresh_token"], callback)
    assert "error" not in client.user(second["access_token"])


def test_token_before_the_last_refresh_is_over_at_that_very_moment(
    client: OwnClient, callback: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, still = client.tokens(callback), time.time()
    monkeypatch.setattr(time, "time", lambda: still)
    client.refresh(first["refresh_token"], callback)
    assert client.user(first["access_token"])["error"] == "invalid_token"
