"""On a live stand, and before an operator, nothing is carried out twice: no repeat, no retry, no `--retries`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.chosen_stand import STAND
from fixtures.stand import load_stand
from steps.runner import retries
from steps.runner.items import ScenarioItem
from steps.runner.repeat import is_worth_repeating

WILD = load_stand("wild")
LIVE = replace(WILD, name="live", simulator=False, face="tidy", powers=frozenset(), live=True)
ONCE = [
    (LIVE, "none", "стенд «live» живой"),
    (WILD, "terminal", "--operator"),
    (WILD, "browser", "--operator"),
]


def run(stand: Any, operator: str, again: int = 1, collectonly: bool = False) -> Any:
    told = {"retries": again, "operator": operator, "collectonly": collectonly}
    return SimpleNamespace(stash={STAND: stand}, getoption=lambda name, usual=None: told.get(name, usual))


def failed(config: Any) -> Any:
    """A scenario that did not pass."""
    return SimpleNamespace(config=config, verdict="failed", attempt=0, current={}, error=AssertionError())


def goes_on(item: Any) -> bool:
    decide = ScenarioItem.goes_on.fget
    assert decide is not None
    return bool(decide(item))


@pytest.mark.parametrize(("stand", "operator", "why"), ONCE)
def test_nothing_is_done_twice(stand: Any, operator: str, why: str) -> None:
    item = failed(run(stand, operator))
    assert (is_worth_repeating(item), goes_on(item)) == (False, False)
    with pytest.raises(pytest.UsageError, match=rf"{why}.*дважды. Уберите --retries\."):
        retries.pytest_configure(item.config)
    retries.pytest_configure(run(stand, operator, again=0))
    retries.pytest_configure(run(stand, operator, collectonly=True))


def test_elsewhere_a_trace_is_made_and_it_is_tried_again() -> None:
    item = failed(run(WILD, "none"))
    assert (is_worth_repeating(item), goes_on(item)) == (True, True)
    retries.pytest_configure(item.config)
