"""`--retries N`: a scenario that did not pass is carried out again; one that passes then is unstable, never passed.

The repeat for a trace (`repeat.py`) is no retry: it is made whatever is asked for, and changes no verdict.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest

from reports.record.status import worst
from steps.runner import execution
from steps.runner.items import ScenarioItem
from steps.runner.once import why_once


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add how often, and how many unstable scenarios leave a run green; `run` takes that from the policy."""
    group = parser.getgroup("svyazka", "Связка")
    group.addoption("--retries", type=int, default=0, metavar="N", help="сколько раз повторить непройденный")
    allowed = "сколько нестабильных сценариев допустимо"
    group.addoption("--unstable", type=int, default=0, metavar="N", help=allowed)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what would not be done: where nothing is carried out again nobody is to count on it."""
    counts_on_it = config.getoption("retries") and not config.getoption("collectonly")
    if counts_on_it and (why := why_once(config)):
        raise pytest.UsageError(f"{why} Уберите --retries.")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Try again what did not pass, as often as is asked for, after the repeat for a trace: that is the first time's."""
    result = yield
    while isinstance(item, ScenarioItem) and item.goes_on:
        try_again(item, nextitem)
    return result


def try_again(item: ScenarioItem, nextitem: pytest.Item | None) -> None:
    """Carry the scenario out once more and tell how it has ended by now, all attempts taken together."""
    verdict, reasons = item.verdict, item.reasons
    item.begin_attempt()
    item.ihook.pytest_svyazka_scenario_started(item=item)
    try:
        execution.execute_quietly(item, nextitem)
        if item.verdict == "passed":
            told = f"Прошёл с попытки № {item.attempt + 1}. В первый раз: {'; '.join(reasons)}"
            item.judge("unstable", told)
    except BaseException:
        item.judge("interrupted", "прогон прерван")
        raise
    finally:
        item.finish()
        if item.verdict != "unstable":
            item.verdict, item.reasons = worst(verdict, item.verdict), reasons
    _report(item)


def _report(item: ScenarioItem) -> None:
    """Let everyone know who counts verdicts; no report of the attempt itself reaches pytest."""
    report = pytest.TestReport(item.nodeid, item.location, {}, "passed", None, "teardown")
    vars(report).update(svyazka_status=item.verdict, svyazka_attempt=item.attempt)
    item.ihook.pytest_runtest_logreport(report=report)
