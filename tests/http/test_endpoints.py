"""Every call of the protocol's document, by every way to present it, with every refusal that the document names."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from jsonschema import validate as conforms
from openapi_spec_validator import validate
from werkzeug.test import Client, TestResponse

from sim_server.domain.protocol_rules import switches
from sim_server.simulator import Simulator
from sim_server.vk_id.endpoints import ENDPOINTS, GRANT_TYPES
from sim_server.vk_id.openapi import document
from sim_server.web.headers import CUT, UNANSWERED
from tests.http.browser import Browser
from tests.http.own_client import ALLOW, CALLBACK, ID, OwnClient, parsed
from tests.http.protocol import STATE, VERIFIER, call
from tests.http.world import World
from tests.people import ANNA, EVERYBODY

DOCUMENT = document()
ORIGIN = "https://journal.example"
SECRETS = ("code", "refresh_token", "access_token", "id_token")
PREPARED = {"is already used": "use", "is expired": "wait", "too many": "guess"}
ELSEWHERE = {"verifier": "code_verifier"}
STATUSES = {"invalid_client": 401, "invalid_token": 401, "slow_down": 429}


@dataclass(frozen=True)
class Row:
    """A call, how it is presented, and the refusal that is wanted, if one is."""

    path: str
    kind: str
    transport: str
    error: str = ""
    description: str = ""

    def __str__(self) -> str:
        return "-".join((self.kind, self.transport, self.description.replace(" ", "_") or "sound"))


def transports(operation: dict[str, Any]) -> list[str]:
    return ["body", "query", "secret_in_body", *(["bearer"] if "security" in operation else [])]


def rows() -> Iterator[Row]:
    for path, methods in DOCUMENT["paths"].items():
        operation = methods["post"]
        refused = operation["responses"]["default"]["content"]["application/json"]["examples"]
        for transport in transports(operation):
            for kind in {name.partition(":")[0] for name in refused} - {"auth"}:
                yield Row(path, kind, transport)
            for name, example in refused.items():
                told = example["value"]
                yield Row(path, name.partition(":")[0], transport, told["error"], told["error_description"])


ROWS = sorted(rows(), key=str)


@pytest.fixture(scope="module")
def client(simulator: Simulator) -> OwnClient:
    """A client of somebody's own."""
    return OwnClient(World(simulator, EVERYBODY))


@pytest.fixture(scope="module")
def browser(client: OwnClient) -> Browser:
    """A browser in which Anna has allowed the client everything."""
    browser = client.world.browser()
    client.tokens(client.sign_in(browser, scope="phone email"))
    return browser


@pytest.fixture
def callback(client: OwnClient, browser: Browser) -> dict[str, str]:
    """A callback with a fresh code."""
    browser.open(client.address(scope="phone email", prompt="consent"))
    browser.submit(f"Продолжить как {ANNA['first_name']}")
    return parsed(browser.submit_until_back(ALLOW))


@pytest.fixture
def given(client: OwnClient, callback: dict[str, str]) -> dict[str, str]:
    """All that a client can present: the callback's parameters, and the tokens of another sign-in."""
    return {"client_id": ID, "redirect_uri": CALLBACK, "code_verifier": VERIFIER, **callback, "state": STATE}


def sound(row: Row, client: OwnClient, given: dict[str, str]) -> dict[str, str]:
    """What that call presents if nothing is wrong."""
    grant_type = {"grant_type": "authorization_code" if row.kind == "auth" else row.kind}
    if row.kind in ("auth", "authorization_code"):
        return given | grant_type
    tokens = client.tokens(given)
    return given | grant_type | {name: str(value) for name, value in tokens.items()}


def taken(row: Row, parameters: dict[str, str]) -> dict[str, str]:
    """Of these what the document says that the call takes."""
    body = DOCUMENT["paths"][row.path]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
    for one in body["schema"].get("oneOf", [body["schema"]]):
        kind = one["properties"].get("grant_type", {}).get("const", row.kind)
        if kind == row.kind or row.kind == "auth":
            return {name: parameters[name] for name in one["properties"] if name in parameters}
    raise AssertionError(f"{row} is not in the document")


def spoilt(row: Row, client: OwnClient, parameters: dict[str, str]) -> dict[str, str]:
    """The same, but such that the refusal must come."""
    for words, deed in PREPARED.items():
        if words in row.description:
            {"use": use, "wait": wait, "guess": guess}[deed](client, parameters)
            return parameters
    name = row.description.split()[0]
    return parameters | {ELSEWHERE.get(name, name): "stranger"}


def use(client: OwnClient, parameters: dict[str, str]) -> None:
    assert "access_token" in client.tokens(parameters)


def wait(client: OwnClient, _parameters: dict[str, str]) -> None:
    client.world.pass_time(minutes=11)


def guess(client: OwnClient, parameters: dict[str, str]) -> None:
    while client.tokens(parameters, code_verifier="w" * 64)["error"] != "slow_down":
        pass


def present(row: Row, world: World, parameters: dict[str, str]) -> TestResponse:
    """Sends it, by that way, as a page of another site does."""
    secret = {name: parameters[name] for name in SECRETS if name in parameters}
    rest = {name: value for name, value in parameters.items() if name not in secret}
    headers = {"Origin": ORIGIN}
    if row.transport == "bearer":
        headers["Authorization"] = f"Bearer {parameters['access_token']}"
        return call(world, row.path, data=rest, headers=headers)
    if row.transport == "secret_in_body":
        return call(world, row.path, query_string=rest, data=secret, headers=headers)
    where = "data" if row.transport == "body" else "query_string"
    return call(world, row.path, headers=headers, **{where: parameters})


def held(answer: TestResponse) -> dict[str, Any]:
    """The answer, which nobody keeps and every page may read."""
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    return dict(answer.json)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_call(row: Row, client: OwnClient, given: dict[str, str]) -> None:
    parameters = taken(row, sound(row, client, given))
    if row.error:
        parameters = spoilt(row, client, parameters)
    answer = present(row, client.world, parameters)
    body = held(answer)
    told = DOCUMENT["paths"][row.path]["post"]["responses"]["default" if row.error else "200"]
    conforms(body, told["content"]["application/json"]["schema"])
    expected = {"error": row.error, "error_description": row.description} if row.error else {}
    assert {name: body.get(name, "") for name in expected} == expected
    assert row.error or "error" not in body
    assert answer.status_code == 200


def test_every_endpoint_is_asked_in_every_way() -> None:
    assert {row.path for row in ROWS} == {
        f"/oauth2/{name}" for name in ("auth", "user_info", "public_info", "logout", "revoke")
    }
    assert {row.error for row in ROWS} >= {*STATUSES, "invalid_request"}
    assert {row.transport for row in ROWS} == {"body", "query", "secret_in_body", "bearer"}


def test_document_is_valid_and_served(client: OwnClient, browser: Browser) -> None:
    served = browser.ask("GET", "https://id.vk.ru/openapi.json").json
    assert served == DOCUMENT
    validate(served)


@pytest.mark.parametrize("error", ["invalid_request", *STATUSES])
def test_status_may_tell_the_error(client: OwnClient, given: dict[str, str], error: str) -> None:
    row = next(one for one in ROWS if one.error == error and one.transport == "body")
    parameters = spoilt(row, client, taken(row, sound(row, client, given)))
    client.world.choose_rules("observed", error_status="by_error")
    headers = {"User-Agent": f"Svyazka/{client.world.name}.client"}  # what is unknown tells no world
    answer = call(client.world, row.path, data=parameters, headers=headers)
    client.world.choose_rules("observed")
    assert answer.json["error"] == error
    assert answer.status_code == STATUSES.get(error, 400)


@pytest.mark.parametrize("host", ["https://id.vk.ru", "https://id.vk.com"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/oauth2/auth"),
        ("PUT", "/oauth2/user_info"),
        ("TRACE", "/oauth2/auth"),
        ("POST", "/oauth2/token"),
        ("POST", "/oauth2//auth"),
        ("POST", "/oauth2/auth/"),
        ("GET", "/oauth2/"),
    ],
)
def test_every_path_there_answers_in_json(browser: Browser, host: str, method: str, path: str) -> None:
    answer = browser.ask(method, f"{host}{path}")
    assert answer.json["error"] == "invalid_request"
    assert answer.headers["Cache-Control"] == "no-store"


def test_page_of_another_site_may_ask_beforehand(client: OwnClient) -> None:
    headers = {"Origin": ORIGIN, "Access-Control-Request-Headers": "authorization, x-own"}
    answer = Client(client.world.simulator).options(
        "/oauth2/user_info", base_url="https://id.vk.ru", headers=headers
    )
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert answer.headers["Access-Control-Allow-Headers"] == "authorization, x-own"
    assert answer.headers["Vary"] == "Origin"


def test_world_s_faults_meet_clients_of_one_s_own(client: OwnClient, given: dict[str, str]) -> None:
    client.world.disturb("vk_id", "exchange", "error")
    row = Row("/oauth2/auth", "authorization_code", "body")
    answer = present(row, client.world, taken(row, sound(row, client, given)))
    assert (answer.status_code, answer.json["error"]) == (503, "temporarily_unavailable")
    assert "access_token" in client.tokens(given), "a disturbed exchange must not spend the code"


@pytest.mark.parametrize(
    ("status", "error"), [(500, "server_error"), (429, "slow_down"), (502, "temporarily_unavailable")]
)
def test_ordered_status_is_told_whatever_the_profile(
    client: OwnClient, given: dict[str, str], status: int, error: str
) -> None:
    client.world.disturb("vk_id", "exchange", "error", status=status)
    row = Row("/oauth2/auth", "authorization_code", "body")
    answer = present(row, client.world, taken(row, sound(row, client, given)))
    assert (answer.status_code, answer.json["error"]) == (status, error)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.transport == "body" and not row.description], ids=str
)
def test_answer_of_each_call_can_be_torn_or_missing(
    client: OwnClient, given: dict[str, str], row: Row
) -> None:
    form = taken(row, sound(row, client, given))
    point = {**GRANT_TYPES, **ENDPOINTS}[row.kind].point
    client.world.disturb("vk_id", point, "cut")
    client.world.disturb("vk_id", point, "broken_json", client=ID)
    assert present(row, client.world, form).headers[UNANSWERED] == CUT
    torn = present(row, client.world, form)
    assert (torn.status_code, torn.content_type) == (200, "application/json")
    with pytest.raises(json.JSONDecodeError):
        json.loads(torn.data)


STRICT = {
    "shortest_state": None,
    "error_status": None,
    "proof_first": None,
    "unknown_scope": None,
    "method_in_small_letters": None,
    "callback_form": None,
    "verifier_alphabet": None,
    "client_secret": ({"client_secret": "s"}, "invalid_client"),
    "state_at_exchange": ({"state": "another"}, "invalid_request"),
    "repeated_parameter": ({"code": "twice"}, "invalid_request"),
    "token_in_query": ({}, "invalid_request"),
}


@pytest.mark.parametrize("switch", [name for name, tried in STRICT.items() if tried])
def test_strict_rule_refuses_what_is_accepted_as_observed(
    client: OwnClient, given: dict[str, str], switch: str
) -> None:
    more, error = STRICT[switch]
    parameters = {"grant_type": "authorization_code", **given}
    moved = {"code": parameters.pop("code")} if switch in ("token_in_query", "repeated_parameter") else {}
    form = parameters | (more if switch != "repeated_parameter" else {"code": "twice"})
    client.world.choose_rules("observed", **{switch: switches()[switch].strict})
    refused = call(client.world, "/oauth2/auth", data=form, query_string=moved).json
    client.world.choose_rules("observed")
    accepted = call(client.world, "/oauth2/auth", data=form, query_string=moved).json
    assert refused["error"] == error
    assert "access_token" in accepted


def test_every_switch_is_tried_or_has_a_test_of_its_own() -> None:
    assert STRICT.keys() == switches().keys()
