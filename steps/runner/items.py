"""What pytest runs of a feature: its scenarios, step by step, and the problems no scenario answers for."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from fixtures.chosen_stand import stand_of
from fixtures.sight.reaction import reactions
from reports.record.printable import printable
from reports.record.status import worst
from steps.language.features import FeatureDocument
from steps.language.matching import Definition
from steps.language.problem import Problem
from steps.language.tags import known_tags
from steps.runner import execution
from steps.runner.doubts import doubts
from steps.runner.failure import Unsound, blamed, is_mismatch
from steps.runner.interruption import heeded
from steps.runner.once import why_once

# What was left open or fell in another thread comes to light in whatever scenario is running just then.
NOBODYS = (pytest.PytestUnraisableExceptionWarning, pytest.PytestUnhandledThreadExceptionWarning)


class ProblemItem(pytest.Item):
    """Problems no scenario can answer for, as something that is planned and always breaks."""

    def __init__(self, *, problems: Sequence[Problem], **kw: Any) -> None:
        """Hold problems that stand at one place."""
        super().__init__(**kw)
        self.problems = problems

    def runtest(self) -> None:
        """Break with the problems."""
        raise Unsound(self.problems)

    def reportinfo(self) -> tuple[str, int, str]:
        """Say where the problems are."""
        return printable(str(self.path)), self.problems[0].line - 1, self.name


class ScenarioItem(pytest.Item):
    """One scenario, or one row of an outline, that ends in exactly one verdict."""

    def __init__(
        self,
        *,
        document: FeatureDocument,
        pickle: dict[str, Any],
        definitions: Sequence[Definition],
        matches: Mapping[str, Sequence[Definition]],
        **kw: Any,
    ) -> None:
        """Hold a pickle of a document, the step definitions it can see, and which of them its steps match."""
        super().__init__(**kw)
        self.document = document
        self.pickle = pickle
        self.identity = document.identity_of(pickle)
        self.line = document.line_of(pickle)
        self.steps = document.steps_of(pickle)
        self.problems = document.problems_of(pickle)
        self.remarks = [remark for remark in document.remarks if pickle["id"] in remark.pickles]
        self.definitions = definitions
        self.matches = matches
        self.repeating = False
        self.attempt = 0
        self._begin()
        self._mark()
        execution.prepare(self)

    def _begin(self) -> None:
        self.verdict = "passed"
        self.reasons: list[str] = []
        self.current: dict[str, Any] | None = None
        self.error: BaseException | None = None
        self._told = 0

    def begin_again(self) -> None:
        """Be as if nothing had run yet, but for what is told of it: this time it is a repeat."""
        self._begin()
        self.repeating = True

    def begin_anew(self) -> None:
        """Be as if nothing had run yet, to be tried on another product."""
        self._begin()

    def begin_attempt(self) -> None:
        """Be as if nothing had run yet: this is the next try of what did not pass."""
        self._begin()
        self.attempt += 1

    @property
    def goes_on(self) -> bool:
        """Whether it did not pass, at least once more is asked for, and something else might come of it."""
        again = self.attempt < self.config.getoption("retries", 0) and not why_once(self.config)
        return again and self.verdict in ("failed", "broken")

    def _mark(self) -> None:
        for tag in self.pickle["tags"]:
            name = tag["name"].removeprefix("@")
            if name in known_tags():
                self.add_marker(name)
        for kind in NOBODYS:
            self.add_marker(pytest.mark.filterwarnings(f"always::pytest.{kind.__name__}"))

    def setup(self) -> None:
        """Make the fixtures every scenario has, unless there is nothing to run them for."""
        if not self.problems:
            execution.fill_fixtures(self)

    def runtest(self) -> None:
        """Run the steps one by one up to the first that does not pass."""
        if self.problems:
            raise Unsound(self.problems)
        for step in self.steps:
            self._run(step)

    def _run(self, step: dict[str, Any]) -> None:
        self.current = step
        self.ihook.pytest_svyazka_step_started(item=self, step=step)
        begun = time.perf_counter()
        try:
            reacting = reactions(self.stash, last=step is self.steps[-1])
            with heeded(self.config), reacting, doubts(self.stash, step["type"]):
                execution.fulfil(self.matches[step["id"]][0].context, step, self)
        except BaseException as raised:
            self.error = error = blamed(raised, step["type"], stand_of(self.config))
            self._tell(step, step_status(error), time.perf_counter() - begun, error)
            raise error from (raised.__cause__ if error is raised else raised)
        self._tell(step, "passed", time.perf_counter() - begun, None)
        self.current = None

    def _tell(self, step: dict[str, Any], status: str, seconds: float, error: BaseException | None) -> None:
        self._told += 1
        self.ihook.pytest_svyazka_step_finished(
            item=self, step=step, status=status, seconds=seconds, error=error
        )

    def judge(self, status: str, why: str) -> None:
        """Take one more thing into account; the worst of all decides."""
        self.verdict = worst(self.verdict, status)
        self.reasons.append(why)

    def finish(self) -> None:
        """Tell what never ran, and then the verdict."""
        for step in self.steps[self._told :]:
            self._tell(step, "not_run", 0.0, None)
        told = "; ".join(self.reasons)
        self.ihook.pytest_svyazka_scenario_finished(item=self, status=self.verdict, reason=told)

    def reportinfo(self) -> tuple[str, int, str]:
        """Say where the scenario is written."""
        return printable(str(self.path)), self.line - 1, self.name


def step_status(error: BaseException) -> str:
    """Say what an error in a step means for the step."""
    if isinstance(error, pytest.skip.Exception):
        return "skipped"
    if isinstance(error, KeyboardInterrupt | pytest.exit.Exception):
        return "not_run"
    if isinstance(error, Unsound):
        return "unsound"
    return "failed" if is_mismatch(error) else "broken"
