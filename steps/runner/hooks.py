"""The hooks by which a running scenario tells of itself; the collector calls them, the records listen.

All of them are called in the process that executes the scenario: a worker, or the only process there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from steps.language.features import FeatureDocument
    from steps.language.matching import Definition
    from steps.language.problem import Problem
    from steps.runner.items import ScenarioItem


# Who is called in which order where it matters, the first one first; of wrappers the outermost first. The order itself
# comes from `tryfirst`, `trylast`, and the list in conftest.py; `tests/runner/test_hook_order.py` holds both to this.
ORDER = {
    # The repeat begins when the first time is over and told, the retries after it.
    "pytest_runtest_protocol": ("retries", "repeat", "collector"),
    # The seed is added to a report that has its Russian words already.
    "pytest_runtest_makereport": ("collector", "world"),
    # The plan is told before xdist's worker says that it has collected; a person is asked when all of it is known.
    "pytest_collection_finish": ("collector", "terminal.RussianReporter", "verdict.Verdicts", "consent"),
    # The exit code stands after everything has ended: parts are closed, deaths told, then the stream is made.
    "pytest_sessionfinish": (
        "verdict.Verdicts",
        "terminal.RussianReporter",
        "recorder.ExecutionRecorder",
        "simulator",
        "recorder.RunRecorder",
    ),
    # Who has nothing to hide is asked last.
    "pytest_svyazka_hidden": ("evidence", "collector"),
    # A step is in the record before its chapter begins in a trace; the browser's time is counted within.
    "pytest_svyazka_scenario_started": ("recorder.ExecutionRecorder", "trace", "browser", "hiring"),
    "pytest_svyazka_step_started": ("recorder.ExecutionRecorder", "trace"),
    # A person is waited for when all there is to show has been kept.
    "pytest_svyazka_step_finished": ("recorder.ExecutionRecorder", "pause"),
    "pytest_svyazka_scenario_finished": ("recorder.ExecutionRecorder", "trace", "browser"),
    # The list of verdicts comes before the summary of the run.
    "pytest_terminal_summary": (
        "terminal.RussianReporter",
        "verdict.Verdicts",
        "recorder.RunRecorder",
        "consent",
    ),
}


def pytest_svyazka_planned(
    config: pytest.Config,
    documents: list[FeatureDocument],
    pickles: list[dict[str, Any]],
    problems: list[Problem],
    definitions: list[Definition],
    matches: dict[str, list[Definition]],
) -> None:
    """What will be executed is known: the collection ended, and `-k` and `-m` chose.

    Called once in every process that collects: the only one, or each worker, everywhere with the same ids.
    `documents` are those that the `pickles` were chosen from, also where none of theirs was; `problems` are
    those no scenario answers for; `matches` gives for the id of a pickle's step the definitions that fit it,
    one unless the scenario is unsound.
    """


def pytest_svyazka_run_evidence(config: pytest.Config) -> list[Any] | None:
    """What there is to tell of the run as a whole before it begins, as a list of attachments; the recorder asks."""


def pytest_svyazka_scenario_started(item: ScenarioItem) -> None:
    """A scenario is about to be set up; nothing of it has run yet."""


def pytest_svyazka_step_started(item: ScenarioItem, step: dict[str, Any]) -> None:
    """A step is about to run. `step` is the pickle's step plus `keyword`, `line` and `clauses`."""


def pytest_svyazka_step_finished(
    item: ScenarioItem, step: dict[str, Any], status: str, seconds: float, error: BaseException | None
) -> None:
    """A step ended as "passed", "failed", "broken", "skipped" or "not_run".

    A step that never began is told of too, as "not_run", without a `step_started` before it. The step that
    Ctrl-C cut short is "not_run" with the `KeyboardInterrupt` as its error.
    """


def pytest_svyazka_evidence(
    item: ScenarioItem, step: dict[str, Any], status: str, error: BaseException | None
) -> list[Any] | None:
    """What there is to show after a step, as a list of attachments; the recorder asks."""


@pytest.hookspec(firstresult=True)
def pytest_svyazka_pictured(item: ScenarioItem, key: str) -> bool | None:
    """Whether any process of the run keeps a picture of that key already; None if nobody keeps any."""


@pytest.hookspec(firstresult=True)
def pytest_svyazka_hidden(item: ScenarioItem, text: str) -> str | None:
    """What may be told of a text about a scenario, such as an error: it without what the stand wants hidden.

    None if there is nothing to hide; the collector, asked last, then gives the text as it is.
    """


def pytest_svyazka_noted(note: str) -> None:
    """Something happened to the run itself that its readers should know: a Russian sentence. Called where it is led."""


def pytest_svyazka_results_lost() -> None:
    """What the run found is not there to be read: record or JUnit file could not be written, or not read again."""


def pytest_svyazka_scenario_finished(item: ScenarioItem, status: str, reason: str) -> None:
    """A scenario and its clean-up ended; the words are those of `reports/record/status.py`.

    `reason` is a Russian sentence, empty for "passed".
    """
