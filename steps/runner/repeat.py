"""Executes a failed scenario once more, for its trace; the verdict is the first time's and stays so."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from fixtures.sight.crash import BrowserCrashed
from reports.record.status import ENDED_BADLY
from steps.runner import execution
from steps.runner.interruption import TOLD_TO_STOP
from steps.runner.items import ScenarioItem
from steps.runner.once import why_once


@pytest.hookimpl(wrapper=True, tryfirst=True)  # outside the collector's own: the first time is over and told
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Repeat a scenario whose steps did not all pass."""
    result = yield
    if isinstance(item, ScenarioItem) and is_worth_repeating(item):
        repeat(item, nextitem)
    return result


def is_worth_repeating(item: ScenarioItem) -> bool:
    """Say whether it may be, and a trace would show why it ended so: of a crash of the browser it shows nothing."""
    return (
        item.verdict in ENDED_BADLY
        and not why_once(item.config)
        and item.current is not None
        and not isinstance(item.error, BrowserCrashed)
    )


def repeat(item: ScenarioItem, nextitem: pytest.Item | None) -> None:
    """Execute the scenario again and tell of it as a repeat; no report of it reaches pytest.

    One that is cut short or in which the browser crashes is interrupted: it does not show that the scenario ends
    now so, now otherwise.
    """
    verdict, reasons = item.verdict, item.reasons
    item.begin_again()
    item.ihook.pytest_svyazka_scenario_started(item=item)
    try:
        execution.execute_quietly(item, nextitem)
        if item.config.stash.get(TOLD_TO_STOP, False):
            raise KeyboardInterrupt
        if isinstance(item.error, BrowserCrashed):
            item.verdict, item.reasons = "interrupted", [str(item.error)]
    except BaseException:
        item.verdict, item.reasons = "interrupted", ["прогон прерван"]
        raise
    finally:
        item.finish()
        item.repeating, item.verdict, item.reasons = False, verdict, reasons
