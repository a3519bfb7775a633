"""Identity tokens: signed with the published key, in the world's time; and what is public of their person."""

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from tests.http.browser import Browser
from tests.http.own_client import ID, OwnClient
from tests.http.world import World
from tests.people import ANNA

KEYS = "https://id.vk.ru/.well-known/jwks.json"


@pytest.fixture
def client(world: World) -> OwnClient:
    """A client of somebody's own."""
    return OwnClient(world)


def test_published_key_proves_it(client: OwnClient, browser: Browser) -> None:
    tokens = client.tokens(client.sign_in(browser))
    published = KeySet.import_key_set(browser.ask("GET", KEYS).json)
    proven = jwt.decode(tokens["id_token"], published, algorithms=["RS256"])
    assert (proven.header["alg"], proven.claims["iss"]) == ("RS256", "VK")
    assert (proven.claims["sub"], proven.claims["app"]) == (str(tokens["user_id"]), ID)
    assert proven.claims["exp"] - proven.claims["iat"] == 3600


def test_published_key_is_no_private_one(browser: Browser) -> None:
    (key,) = browser.ask("GET", KEYS).json["keys"]
    assert key.keys() == {"kty", "n", "e", "kid", "use", "alg"}


def test_token_of_another_hand_is_refused(client: OwnClient, browser: Browser) -> None:
    claims = jwt.decode(
        client.tokens(client.sign_in(browser))["id_token"],
        KeySet.import_key_set(browser.ask("GET", KEYS).json),
        algorithms=["RS256"],
    ).claims
    forged = jwt.encode({"alg": "RS256"}, claims, RSAKey.generate_key(2048), algorithms=["RS256"])
    assert client.call("public_info", id_token=forged)["error"] == "invalid_token"


def test_public_particulars_are_masked(client: OwnClient, browser: Browser) -> None:
    tokens = client.tokens(client.sign_in(browser))
    user = client.call("public_info", id_token=tokens["id_token"])["user"]
    assert (user["user_id"], user["first_name"]) == (str(tokens["user_id"]), ANNA["first_name"])
    assert user["last_name"] == f"{ANNA['last_name'][0]}."
    assert ANNA["phone"][-7:-2] not in user["phone"].replace("-", "")


def test_token_is_over_with_its_family_or_its_time(client: OwnClient, browser: Browser) -> None:
    tokens = client.tokens(client.sign_in(browser))
    client.world.pass_time(minutes=61)
    assert client.call("public_info", id_token=tokens["id_token"])["error"] == "invalid_token"


def test_key_is_the_same_for_every_world(client: OwnClient, browser: Browser) -> None:
    other = World(client.world.simulator, []).browser()
    assert browser.ask("GET", KEYS).json == other.ask("GET", KEYS).json
