"""Before the first thing is done on a live stand a person is told what will be done to whom, and asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from fixtures.chosen_stand import lacking_for, stand_of
from fixtures.environment.lock import exclusive
from fixtures.residents.keeping import Keeping
from fixtures.residents.lending import AGREED, people_of
from fixtures.terminal import has_terminal, own_terminal
from reports.record.folder import write_whole
from reports.record.tables import TableUnsound
from steps.runner.exit_codes import NOTHING_RAN
from steps.runner.intended import Intended, intended
from steps.runner.intent import intent_of
from steps.runner.items import ScenarioItem

BOOK = "agreed.json"  # what was agreed to before, by the print of what was shown
YES = "да"
REFUSED = "Ничего не сделано: на это не согласились."


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a live stand where nobody can be asked, or where several would act at once."""
    stand = stand_of(config)
    if not stand.live or config.option.collectonly:
        return
    if hasattr(config, "workerinput") or config.getoption("numprocesses", None):
        raise pytest.UsageError(f"стенд «{stand.name}» живой: на нём идут по одному. Уберите -n.")
    if not has_terminal(config):
        told = "перед началом человека спрашивают, а терминала нет"
        raise pytest.UsageError(f"стенд «{stand.name}» живой: {told}. Запустите из терминала, не из CI.")


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One at a time where the stand is live."""
    return 0 if stand_of(config).live else None


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Ask, once it is known what is planned."""
    config = session.config
    stand = stand_of(config)
    if not stand.live or config.option.collectonly:
        return
    keeping = Keeping.beside(*people_of(config), stand.name)
    plan = _plan(config, session.items, keeping)
    if plan.scenarios:
        with own_terminal(config) as tell:
            agree(plan, keeping.folder / BOOK, tell, input)
    config.stash[AGREED] = plan.agreed


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Show it in a dry run, which does nothing of it."""
    stand = stand_of(config)
    if stand.simulator or not config.getoption("dry", False):
        return
    try:
        keeping = Keeping.beside(*people_of(config), stand.name)
    except TableUnsound as problem:
        terminalreporter.write_line(f"Что и с кем было бы сделано, не сказать: {problem}")
        return
    for line in _plan(config, terminalreporter._session.items, keeping).lines():
        terminalreporter.write_line(line)


def _plan(config: pytest.Config, items: Iterable[pytest.Item], keeping: Keeping) -> Intended:
    stand = stand_of(config)
    scenarios = [item for item in items if isinstance(item, ScenarioItem) and not item.problems]
    planned = [(intent_of(item, stand), lacking_for(item)) for item in scenarios]
    return intended(stand, planned, keeping.residents, keeping.known(), keeping.left())


def agree(plan: Intended, book: Path, tell: Callable[[str], None], ask: Callable[[str], str]) -> None:
    """Show the plan, and ask unless this very plan was agreed to before; whoever does not agree ends the run."""
    lines = list(plan.lines())
    shown = hashlib.sha256("\n".join([repr(plan.stand), *lines]).encode()).hexdigest()
    for line in ("", *lines, ""):
        tell(line)
    if shown in _agreed(book):
        tell("На это вы уже соглашались.")
        return
    if _answered(ask) != YES:
        tell(REFUSED)
        pytest.exit(REFUSED, NOTHING_RAN)
    with exclusive(book.with_suffix(".lock")):
        write_whole(book, [json.dumps([*_agreed(book), shown])])


def _agreed(book: Path) -> list[str]:
    return json.loads(book.read_text(encoding="utf-8")) if book.exists() else []


def _answered(ask: Callable[[str], str]) -> str:
    try:
        return ask("Начать? Наберите «да»: ").strip().casefold()
    except EOFError:
        return ""
