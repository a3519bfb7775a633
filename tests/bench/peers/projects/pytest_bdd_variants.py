"""pytest-bdd with pytest-playwright: their browser and fixtures, a sentence, a call."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, step
from walking import PLAN, SENTENCES, Walk, stamp

scenarios("features")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": PLAN["executable"], "args": PLAN["arguments"]}


@pytest.fixture
def walk(browser: Any, request: pytest.FixtureRequest) -> Iterator[Walk]:
    stamp("begun")
    begun = Walk(browser, request.node.walked)
    yield begun
    begun.end()
    stamp("ended")


def define(pattern: str, deed: str) -> None:
    names = iter(("first", "second"))
    named = re.sub(r"\(", lambda _: f"(?P<{next(names)}>", pattern)

    @step(parsers.re(named), stacklevel=2)  # it belongs to this module, not to this function
    def carry_out(walk: Walk, first: str | None = None, second: str | None = None) -> None:
        getattr(walk, deed)(*(each for each in (first, second) if each is not None))


for pattern, deed in SENTENCES.items():
    define(pattern, deed)
