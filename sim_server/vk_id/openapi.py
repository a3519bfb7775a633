"""The protocol's own document (OpenAPI 3.1), made of what the endpoints say of themselves; every refusal is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sim_server.vk_id.called import Endpoint, told_of_trouble
from sim_server.vk_id.endpoints import AUTH, ENDPOINTS, GRANT_TYPES
from sim_server.vk_id.tokens import WRONG_GRANT_TYPE

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
TOKEN = "access_token"  # noqa: S105 - the parameter that may stand in the header
SWITCH, STATUS = "x-switch", "x-ordered-status"  # of a refusal that is not always given: what has it given
TROUBLES_OF = (
    500,
    503,
    429,
)  # statuses that a world may order, one for each error that none of the checks knows
Example = tuple[str, dict[str, Any]]
REFUSAL = {
    "type": "object",
    "required": ["error", "error_description", "state"],
    "properties": {name: {"type": "string"} for name in ("error", "error_description", "state")},
}


def document() -> dict[str, Any]:
    """What a client may call and what it is told."""
    paths = {f"/oauth2/{name}": {"post": _operation(name, one)} for name, one in ENDPOINTS.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "VK ID симулятора «Связка»", "version": "1"},
        "servers": [{"url": "https://id.vk.ru"}, {"url": "https://id.vk.com"}],
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
        "paths": {f"/oauth2/{AUTH}": {"post": _auth()}, **paths},
    }


def _auth() -> dict[str, Any]:
    """The one address that `grant_type` makes two of."""
    bodies = [_body(one, {"grant_type": {"const": kind}}) for kind, one in GRANT_TYPES.items()]
    refused = [one for kind, endpoint in GRANT_TYPES.items() for one in _refusals(kind, endpoint)]
    return {
        "operationId": AUTH,
        "summary": "; ".join(one.says for one in GRANT_TYPES.values()),
        "requestBody": {"required": True, "content": {FORM: {"schema": {"oneOf": bodies}}}},
        "responses": _responses(
            next(iter(GRANT_TYPES.values())), [_refusal(AUTH, WRONG_GRANT_TYPE), *refused]
        ),
    }


def _operation(name: str, endpoint: Endpoint) -> dict[str, Any]:
    bearer: dict[str, Any] = {"security": [{}, {"bearer": []}]} if TOKEN in endpoint.takes else {}
    return {
        "operationId": name,
        "summary": endpoint.says,
        "requestBody": {"required": True, "content": {FORM: {"schema": _body(endpoint, {})}}},
        "responses": _responses(endpoint, _refusals(name, endpoint)),
        **bearer,
    }


def _body(endpoint: Endpoint, more: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: {"type": "string", "description": words} for name, words in endpoint.takes.items()}
    required = [*more, *(name for name in endpoint.takes if name not in endpoint.optional)]
    return {"type": "object", "properties": {**more, **told}, "required": required}


def _refusals(which: str, endpoint: Endpoint) -> Iterator[Example]:
    """Every refusal of the call: the usual ones, those of one switch alone, and those that are ordered."""
    for words in endpoint.refuses:
        yield _refusal(which, words)
    for switch, words in endpoint.disputed.items():
        yield _refusal(which, words, **{SWITCH: switch})
    for status in TROUBLES_OF:
        yield _refusal(which, told_of_trouble(status), **{STATUS: status})


def _refusal(which: str, words: tuple[str, str], **when: Any) -> Example:
    error, description = words
    value = {"error": error, "error_description": description, "state": ""}
    return f"{which}: {error}: {description}", {"value": value, **when}


def _responses(endpoint: Endpoint, refused: Iterable[Example]) -> dict[str, Any]:
    """Tell of refusals beside the answer: where the world's rules have it so, they come with a success's status."""
    told = {"type": "object", "properties": dict(endpoint.gives), "required": [*endpoint.gives]}
    return {
        "200": {"description": "Ответ", "content": {JSON: {"schema": {"anyOf": [told, REFUSAL]}}}},
        "default": {
            "description": "Отказ",
            "content": {JSON: {"schema": REFUSAL, "examples": dict(refused)}},
        },
    }
