"""POST /oauth2/user_info: whose particulars a token opens, and where the token may stand."""

from typing import Any

import pytest

from tests.http.browser import Browser
from tests.http.protocol import call, exchange, obtain_callback
from tests.http.world import World
from tests.people import ANNA

CLIENT = {"client_id": "perm-journal"}
WRONG_CLIENT = "client_id is missing or invalid"
REFUSAL = {"error": "invalid_token", "error_description": "access_token is missing or invalid", "state": ""}


@pytest.fixture
def token(browser: Browser, world: World) -> str:
    """A fresh access token."""
    return str(exchange(world, obtain_callback(browser, world)).json["access_token"])


def placed(token: str, where: str) -> dict[str, Any]:
    """The request with its token in that place."""
    if where == "header":
        return {"data": CLIENT, "headers": {"Authorization": f"Bearer {token}"}}
    return {where: {**CLIENT, "access_token": token}}


@pytest.mark.parametrize("where", ["data", "query_string", "header"])
def test_token_is_taken_from_body_query_and_header(world: World, token: str, where: str) -> None:
    answer = call(world, "/oauth2/user_info", **placed(token, where))
    assert answer.status_code == 200
    user = answer.json["user"]
    avatar = "https://id.vk.com/images/avatar.svg"
    assert {**user, "user_id": ""} == {
        "user_id": "",
        "avatar": avatar,
        "verified": False,
        "last_name": ANNA["last_name"],
        "first_name": ANNA["first_name"],
        "middle_name": ANNA["middle_name"],
        "birthday": "12.03.1984",
        "sex": 1,
    }
    assert isinstance(user["user_id"], str)


@pytest.mark.parametrize("where", ["data", "query_string", "header"])
def test_bad_token_is_refused(world: World, where: str) -> None:
    answer = call(world, "/oauth2/user_info", **placed("stranger", where))
    assert (answer.status_code, answer.json) == (200, REFUSAL)


def test_missing_token_is_refused(world: World) -> None:
    answer = call(world, "/oauth2/user_info", data=CLIENT)
    assert (answer.status_code, answer.json) == (200, REFUSAL)


def test_token_of_another_client_is_refused(world: World, token: str) -> None:
    data = {"client_id": "vk-messenger", "access_token": token}
    answer = call(world, "/oauth2/user_info", data=data)
    assert answer.json == {**REFUSAL, "error": "invalid_client", "error_description": WRONG_CLIENT}


def test_token_expires_by_the_world_s_time(world: World, token: str) -> None:
    world.pass_time(minutes=59)
    assert "user" in call(world, "/oauth2/user_info", **placed(token, "data")).json
    world.pass_time(minutes=2)
    assert call(world, "/oauth2/user_info", **placed(token, "data")).json == REFUSAL
