"""The control API's document: valid, and complete."""

import re
from typing import Any

import pytest
from openapi_spec_validator import validate

from sim_server.simulator import Simulator


@pytest.fixture(scope="module")
def document(simulator: Simulator) -> dict[str, Any]:
    """The document as it is served."""
    return dict(simulator.control.test_client().get("/openapi/openapi.json").json)


def served(simulator: Simulator) -> set[tuple[str, str]]:
    """Method and address of every route of the API itself."""
    return {
        (method.lower(), re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in simulator.control.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if not rule.rule.startswith(("/openapi", "/static"))
    }


def test_document_is_valid(document: dict[str, Any]) -> None:
    validate(document)


def test_every_route_is_in_the_document(simulator: Simulator, document: dict[str, Any]) -> None:
    described = {(method, path) for path, methods in document["paths"].items() for method in methods}
    assert served(simulator) == described
    assert ("post", "/worlds") in described


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("summary"), f"{method} {path} says nothing"


def test_every_operation_on_a_world_names_its_refusals(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert "404" in operation["responses"], f"{method} {path}"
