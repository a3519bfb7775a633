"""The choice of scenarios by place, by name, by the last run and by what they use; the leading process makes it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from reports.record.facts import ChoiceTold
from reports.record.folder import OUT, results_folder
from reports.record.printable import printable
from reports.record.stored import RecordUnreadable
from steps.language.reading import read_feature
from steps.runner.addresses import Directory, Meant, NobodyMeant
from steps.runner.cores import cores
from steps.runner.exit_codes import NOTHING_RAN
from steps.runner.items import ProblemItem, ScenarioItem
from steps.runner.last_run import Unfinished, unfinished
from steps.runner.whereabouts import is_feature, shown

SCENARIOS = "features"
FAILED_WORDS = "не прошедшие в прошлый раз (--failed)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ways to choose; `run` takes what --only does without it."""
    group = parser.getgroup("svyazka", "Связка")
    group.addoption("--only", action="append", metavar="WHAT", help="ФАЙЛ:СТРОКА или название сценария")
    group.addoption("--failed", action="store_true", help="только не прошедшие в прошлый раз")
    group.addoption(
        "--using", action="append", metavar="FILE", help="только сценарии с шагами из этого файла"
    )
    group.addoption("--out", default=OUT, metavar="DIR", help="куда писать записи прогона")


@dataclass(frozen=True)
class Choice:
    """What was asked for: as typed, the paths asked for whole, and the identities of what was meant besides.

    `failed` are the identities of what did not pass the last time, if only these are wanted.
    """

    typed: Sequence[str]
    whole: Sequence[str]
    meant: Sequence[str] | None = None
    failed: Sequence[str] | None = None


CHOICE = pytest.StashKey[Choice]()
TOLD, TOLD_PATHS = "svyazka_choice", "svyazka_paths"


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Find out, before any worker starts, what was meant; a worker is told."""
    if hasattr(config, "workerinput"):
        config.stash[CHOICE] = Choice(**config.workerinput[TOLD])
        config.args = config.workerinput[TOLD_PATHS]
        return
    explicit = config.args_source is pytest.Config.ArgsSource.ARGS
    whole = list(map(str, config.args)) if explicit else []
    choice = Choice([*whole, *map(_as_told, config.option.only or ())], whole)
    if config.option.only:
        choice = _with_meant(choice, config)
    if config.option.failed:
        choice = _with_failed(choice, config)
    config.stash[CHOICE] = choice


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Let no worker start that would have nothing to do; one scenario is carried out by this very process."""
    asked_for = _asked_for(config.stash[CHOICE], config.invocation_params.dir)
    number = cores() if asked_for is None else min(cores(), asked_for)
    return number if number > 1 else 0


def _asked_for(choice: Choice, here: Path) -> int | None:
    """How many scenarios at most were asked for one by one; None where whole folders were."""
    if choice.failed is not None:
        return len(choice.failed)
    files = [here / path for path in choice.whole if "::" not in path]
    everything = not choice.whole and choice.meant is None
    if everything or not all(is_feature(path) and path.is_file() for path in files):
        return None
    named = sum("::" in path for path in choice.whole)
    return named + len(choice.meant or ()) + sum(len(read_feature(path, "").pickles) for path in files)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker what was chosen: it is given the arguments as they were typed."""
    node.workerinput[TOLD] = asdict(node.config.stash[CHOICE])
    node.workerinput[TOLD_PATHS] = list(map(str, node.config.args))


def _as_told(text: str) -> str:
    return text if text.lower().rpartition(":")[0].endswith(".feature") else f"«{text}»"


def _with_meant(choice: Choice, config: pytest.Config) -> Choice:
    meant = _meant(config)
    config.args = list(dict.fromkeys([*choice.whole, *map(str, meant.files)]))
    return replace(choice, meant=sorted(meant.identities))


def _with_failed(choice: Choice, config: pytest.Config) -> Choice:
    left = _left_over(config)
    if not choice.typed:
        config.args = list(map(str, left.files))
    return replace(choice, typed=[*choice.typed, FAILED_WORDS], failed=sorted(left.identities))


def _meant(config: pytest.Config) -> Meant:
    here = config.invocation_params.dir
    features = config.rootpath / SCENARIOS
    folder = features if features.is_dir() else config.rootpath
    directory = Directory(folder, here, lambda path: _uri(path, config))
    try:
        found = [directory.meant_by(text) for text in config.option.only]
    except NobodyMeant as problem:
        raise pytest.UsageError(str(problem)) from None
    together = Meant()
    for each in found:
        together |= each
    return together


def _left_over(config: pytest.Config) -> Unfinished:
    folder = results_folder(str(config.getoption("out")), config.rootpath, config.invocation_params.dir)
    try:
        left = unfinished(folder, config.rootpath, lambda path: _uri(path, config))
    except RecordUnreadable as problem:
        raise pytest.UsageError(str(problem)) from None
    for name in left.gone:
        print(f"Больше нет сценария: {name}", file=sys.stderr)
    if not left.files:
        print("Повторять нечего: в прошлый раз прошли все, кто шёл.", file=sys.stderr)
        raise SystemExit(NOTHING_RAN)
    return left


def _uri(path: Path, config: pytest.Config) -> str:
    return printable(shown(path, config.rootpath))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what was chosen; each way to choose narrows the others."""
    kept = [item for item in items if _is_chosen(item, config)]
    if len(kept) < len(items):
        staying = set(kept)
        config.hook.pytest_deselected(items=[item for item in items if item not in staying])
        items[:] = kept


def _is_chosen(item: pytest.Item, config: pytest.Config) -> bool:
    if isinstance(item, ProblemItem):
        return True
    choice, used = config.stash[CHOICE], config.option.using
    return (
        (choice.meant is None or _identity(item) in choice.meant or _is_asked_for_whole(item, config))
        and (choice.failed is None or _identity(item) in choice.failed)
        and (not used or _uses(item, used))
    )


def _identity(item: pytest.Item) -> str | None:
    return item.identity if isinstance(item, ScenarioItem) else None


def _is_asked_for_whole(item: pytest.Item, config: pytest.Config) -> bool:
    here, whole = config.invocation_params.dir, config.stash[CHOICE].whole
    named = ((here / path, name) for path, _, name in (each.partition("::") for each in whole))
    return any(item.path.is_relative_to(path) and name in ("", item.name) for path, name in named)


def _uses(item: Any, files: Iterable[str]) -> bool:
    if not isinstance(item, ScenarioItem):
        return False
    found = (each for step in item.steps for each in item.matches[step["id"]])
    return any(definition.place.rpartition(":")[0] in files for definition in found)


def told_choice(config: pytest.Config, left_out: int) -> ChoiceTold | None:
    """Return what was asked for, where that was a part of the scenarios; None where it was all of them."""
    everything, here = config.rootpath / SCENARIOS, config.invocation_params.dir
    whole = any(everything.is_relative_to(here / argument) for argument in map(str, config.args))
    tags, names = config.option.markexpr, config.option.keyword
    if whole and not (tags or names or left_out):
        return None
    typed = config.stash[CHOICE].typed
    is_narrowed = config.option.only or config.option.failed
    return ChoiceTold(tuple(typed) if is_narrowed or not whole else (), tags, names, left_out)
