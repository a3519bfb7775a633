"""The run that executes nothing: every step is bound to its sentence, what is unsound is told, no browser opens."""

from __future__ import annotations

import time
from typing import Any

import pytest

from reports.record.facts import ChoiceTold, PlanRemarks
from reports.record.printable import printable
from reports.record.shard import ShardTold
from reports.record.status import WORDS
from steps.runner.items import ScenarioItem
from steps.runner.planning import PLAN_FACTS


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --dry."""
    parser.getgroup("svyazka", "Связка").addoption(
        "--dry", action="store_true", help="только связать шаги с предложениями, без браузера"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Only collect: so nothing is started, and the results of the run before stay."""
    if config.option.dry:
        config.option.collectonly = True
        config.pluginmanager.register(Dry(config), "svyazka-dry")


class Dry:
    """Tells of what was bound, and of what was not."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin to count the time."""
        self._config = config
        self._begun = time.perf_counter()
        self._items: list[pytest.Item] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Take what would be run."""
        self._items = session.items

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Tell what would break, as a run does, and then how much was bound."""
        unsound = [item for item in self._items if getattr(item, "problems", ())]
        for item in unsound:
            terminalreporter.write_line("\n".join(_told(item)), red=True, bold=True)
        if self._items:
            for line in self._counted(len(unsound)):
                terminalreporter.write_line(line)

    def _counted(self, unsound: int) -> list[str]:
        scenarios = [item for item in self._items if isinstance(item, ScenarioItem)]
        steps = sum(len(item.steps) for item in scenarios)
        facts = self._config.stash.get(PLAN_FACTS, ())
        parts = [f"Взята часть: {fact.words}." for fact in facts if isinstance(fact, ChoiceTold | ShardTold)]
        remarks = [line for fact in facts if isinstance(fact, PlanRemarks) for line in fact.lines]
        with_errors = f", с ошибками: {unsound}" if unsound else ""
        seconds = f"{time.perf_counter() - self._begun:.1f}".replace(".", ",")
        return [
            *(f"Замечание: {remark}" for remark in remarks),
            f"Сценариев: {len(scenarios)}, шагов в них: {steps}{with_errors}; {seconds} с.",
            *parts,
            "Шаги только связаны с предложениями, браузер не открывался: вердикта нет.",
        ]


def _told(item: Any) -> list[str]:
    _, line, name = item.reportinfo()
    place = f"{item.nodeid.partition('::')[0]}:{line + 1}"
    return [
        f"{WORDS['unsound'].word}  {name}  ({place})",
        *(printable(f"  {each}") for each in item.problems),
    ]
