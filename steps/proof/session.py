"""The one session in which everything is tried: collected once, one simulator, one browser, no record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fixtures.control import Control
from steps.runner import execution
from steps.runner.items import ScenarioItem

# The record of a run, its verdict and the second time for a trace are for runs that say something of the product.
LEFT_OUT = ("reports.recorder", "steps.runner.repeat", "steps.runner.verdict", "steps.catalogue.told")
# The command knows the scenarios' own modules before pytest does, which would have liked to read their asserts itself.
UNREAD_ASSERTS = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
OPTIONS = ("--evidence=off", "-p", "no:terminalreporter", "-n", "0")
Work = Callable[[Sequence[ScenarioItem], Control], None]


class NothingToTry(RuntimeError):
    """There are no scenarios, or they are not sound; the message is Russian."""


class Session:
    """A plugin that does its own work with the scenarios that were collected, instead of running each once."""

    def __init__(self, work: Work) -> None:
        """Have something to do."""
        self._work = work
        self.problem: BaseException | None = None
        self.has_begun = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do it; what goes wrong is told by whoever began the session."""
        self.has_begun = True
        items = [item for item in session.items if isinstance(item, ScenarioItem) and not item.problems]
        try:
            if not items or len(items) < len(session.items):
                raise NothingToTry(
                    "Сценарии с ошибками не испытать. Что в них не так: python3 svyazka.py lint"
                )
            self._work(items, execution.lent_fixture(items[0], "control"))
        except BaseException as problem:  # noqa: BLE001 - told outside, after the simulator has gone
            self.problem = problem
        return True


def carried_out(work: Work, paths: Sequence[str | Path], seed: int, options: Sequence[str] = ()) -> None:
    """Let the work be done with the scenarios of these paths, with these options; raises whatever it raises."""
    session = Session(work)
    blocked = [word for name in LEFT_OUT for word in ("-p", f"no:{name}")]
    pytest.main(
        [*blocked, *UNREAD_ASSERTS, *OPTIONS, *options, f"--seed={seed}", "--", *map(str, paths)],
        plugins=[session],
    )
    if session.problem is not None:
        raise session.problem
    if not session.has_begun:  # pytest has said why
        raise NothingToTry("Испытания не начались.")
