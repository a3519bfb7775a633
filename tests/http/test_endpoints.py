"""Every call of the protocol's document, by every way to present it, with every refusal that the document names."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from jsonschema import validate as conforms
from openapi_spec_validator import validate
from werkzeug.test import Client, TestResponse

from sim_server.domain.protocol_rules import switches
from sim_server.simulator import Simulator
from sim_server.vk_id.endpoints import ENDPOINTS, GRANT_TYPES
from sim_server.vk_id.openapi import STATUS, SWITCH, document
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
IN_QUERY = "token_in_query"
TROUBLES = ("server_error", "temporarily_unavailable")
STATUSES = {"invalid_client": 401, "invalid_token": 401, "slow_down": 429}


@dataclass(frozen=True)
class Row:
    """A call, how it is presented, and the refusal that is wanted, if one is."""

    path: str
    kind: str
    transport: str
    error: str = ""
    description: str = ""
    switch: str = ""  # that has it refused, set as `strict` has it
    ordered: int = 0  # the status with which the world has ordered it to fail

    def __str__(self) -> str:
        words = f"{self.error} {self.description}" if self.ordered else self.description
        return "-".join((self.kind, self.transport, words.replace(" ", "_") or "sound"))


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
                told, when = example["value"], (example.get(SWITCH, ""), example.get(STATUS, 0))
                if when[0] != IN_QUERY or transport == "query":
                    words = told["error"], told["error_description"]
                    yield Row(path, name.partition(":")[0], transport, *words, *when)


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
    silent = browser.ask("GET", client.address(scope="phone email", prompt="none"))
    answer = parsed(silent.headers["Location"])
    if "code" in answer:
        return answer
    browser.open(client.address(scope="phone email"))  # a row before has revoked the permission
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


def spoilt(row: Row, client: OwnClient, parameters: dict[str, Any]) -> dict[str, Any]:
    """The same, but such that the refusal must come."""
    if row.ordered:
        point = {**GRANT_TYPES, **ENDPOINTS}[row.kind].point
        client.world.disturb("vk_id", point, "error", status=row.ordered)
    if row.ordered or row.switch == IN_QUERY:
        return parameters
    if row.switch == "repeated_parameter":
        return parameters | {"client_id": [ID, ID]}
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
    answer = by_rules(row, client.world, lambda: present(row, client.world, parameters))
    body = held(answer)
    told = DOCUMENT["paths"][row.path]["post"]["responses"]["default" if row.error else "200"]
    conforms(body, told["content"]["application/json"]["schema"])
    expected = {"error": row.error, "error_description": row.description} if row.error else {}
    assert {name: body.get(name, "") for name in expected} == expected
    assert row.error or "error" not in body
    assert answer.status_code == (row.ordered or 200)


def by_rules(row: Row, world: World, ask: Callable[[], TestResponse]) -> TestResponse:
    """Asks where the switch of the row, if it has one, is set as `strict` has it."""
    if not row.switch:
        return ask()
    world.choose_rules("observed", **{row.switch: switches()[row.switch].strict})
    try:
        return ask()
    finally:
        world.choose_rules("observed")


def test_every_endpoint_is_asked_in_every_way() -> None:
    assert {row.path for row in ROWS} == {
        f"/oauth2/{name}" for name in ("auth", "user_info", "public_info", "logout", "revoke")
    }
    assert {row.error for row in ROWS} - {""} == {*STATUSES, "invalid_request", *TROUBLES}
    assert {row.switch for row in ROWS} == {"", *STRICT}
    assert {row.transport for row in ROWS} == {"body", "query", "secret_in_body", "bearer"}


def test_document_is_valid_and_served(client: OwnClient, browser: Browser) -> None:
    served = browser.ask("GET", "https://id.vk.ru/openapi.json").json
    assert served == DOCUMENT
    validate(served)


@pytest.mark.parametrize("error", ["invalid_request", *STATUSES])
def test_status_may_tell_the_error(client: OwnClient, given: dict[str, str], error: str) -> None:
    usual = (one for one in ROWS if not (one.switch or one.ordered))
    row = next(one for one in usual if one.error == error and one.transport == "body")
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


STRICT: dict[str, tuple[dict[str, str], str]] = {
    "client_secret": ({"client_secret": "s"}, "invalid_client"),
    "state_at_exchange": ({"state": "another"}, "invalid_request"),
    "repeated_parameter": ({"code": "twice"}, "invalid_request"),
    "token_in_query": ({}, "invalid_request"),
}


@pytest.mark.parametrize("switch", STRICT)
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


def test_strict_wants_a_verifier_of_few_characters(client: OwnClient, browser: Browser) -> None:
    verifier = "v!" * 32
    challenge = create_s256_code_challenge(verifier)
    asked = browser.ask("GET", client.address(prompt="none", code_challenge=challenge))
    callback = parsed(asked.headers["Location"])
    client.world.choose_rules("observed", verifier_alphabet="rfc7636")
    refused = client.tokens(callback, code_verifier=verifier)
    client.world.choose_rules("observed")
    assert refused["error_description"] == "verifier is missing or invalid"
    assert "access_token" in client.tokens(callback, code_verifier=verifier)


def test_strict_takes_a_token_in_one_place(client: OwnClient, given: dict[str, str]) -> None:
    form = {"client_id": ID, "access_token": client.tokens(given)["access_token"]}
    headers = {"Authorization": f"Bearer {form['access_token']}"}
    assert "user" in call(client.world, "/oauth2/user_info", data=form, headers=headers).json
    client.world.choose_rules("observed", repeated_parameter="refused")
    refused = call(client.world, "/oauth2/user_info", data=form, headers=headers).json
    client.world.choose_rules("observed")
    assert refused["error_description"] == "access_token is repeated"


def test_every_switch_is_tried() -> None:
    """Those of /authorize and of the screens where these are at home."""
    here = {*STRICT, "verifier_alphabet", "error_status"}
    elsewhere = {
        **dict.fromkeys(("callback_form", "proof_first"), "test_registration.py"),
        **dict.fromkeys(("shortest_state", "unknown_scope", "method_in_small_letters"), "test_authorize.py"),
    }
    assert here | {*elsewhere} == {*switches()}
    for switch, file in elsewhere.items():
        assert switch in Path(__file__).with_name(file).read_text(encoding="utf-8")
