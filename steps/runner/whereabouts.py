"""Which features lie where a run was asked to look, and which of them it passes over, and why."""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from steps.language.problem import Problem

SUFFIX = ".feature"


@dataclass(frozen=True)
class PassedOver:
    """A file or folder that is not collected although it is, or holds, features."""

    path: Path
    features: int

    @property
    def is_lost(self) -> bool:
        """Whether it is a link to what is not there."""
        return not self.path.exists()

    @property
    def is_by_order(self) -> bool:
        """Whether it is left out because somebody said so, and not for what it is."""
        return not (self.is_lost or _leads_into_itself(self.path) or _is_python_environment(self.path))

    def told(self, root: Path) -> str:
        """Say what is passed over, and why."""
        return f"Не взяты сценарии из «{shown(self.path, root)}» (файлов: {self.features}): {self._reason}"

    def problem(self, root: Path) -> Problem:
        """Make of it what keeps a run from being green."""
        reason = "ссылка ведёт в никуда. Исправьте её или удалите." if self.is_lost else self.told(root)
        return Problem("passed_over", shown(self.path, root), 1, reason)

    @property
    def _reason(self) -> str:
        if _leads_into_itself(self.path):
            return "это ссылка на папку, в которой она лежит"
        if _is_python_environment(self.path):
            return "это окружение Python"
        return "так велит conftest.py (collect_ignore) или имя «__pycache__»"


def is_feature(path: Path) -> bool:
    """Say whether this is a feature, however its extension is written."""
    return path.suffix.lower() == SUFFIX


def shown(path: Path, root: Path) -> str:
    """Write a path as a person types it at the root."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def is_ignored(path: Path, config: pytest.Config) -> bool | None:
    """Decide of a file or folder whether to leave it out; None where the name of no folder is in the way.

    A folder with a name that pytest avoids is looked into if it holds features, but for these alone.
    """
    if path.is_dir():
        if _leads_into_itself(path):
            return True
        return False if _is_avoided(path, config) and any(_features_in(path)) else None
    walked = (
        each for each in path.parents if each.is_relative_to(config.rootpath) and each != config.rootpath
    )
    unasked = [each for each in walked if not any(asked.is_relative_to(each) for asked in _asked_for(config))]
    return True if not is_feature(path) and any(_is_avoided(each, config) for each in unasked) else None


def passed_over(folder: Path, collected: Container[Path], config: pytest.Config) -> Iterator[PassedOver]:
    """Yield what lies in a folder that was asked for, is or holds features, and was not collected."""
    if not any(folder.is_relative_to(asked) for asked in _asked_for(config)):
        return
    entries = (each for each in _entries(folder) if each not in collected)
    counted = {
        each: sum(1 for _ in _features_in(each))
        for each in entries
        if not _is_left_out_by_option(each, config)
    }
    missing = [PassedOver(entry, features) for entry, features in counted.items() if features]
    told = [each for each in missing if each.is_by_order]
    yield from (each for each in missing if not each.is_by_order)
    yield from told if len(told) < 2 else [PassedOver(folder, sum(each.features for each in told))]


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder; nothing in one that another process has made for a moment and taken away."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []


def _features_in(path: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError):  # taken away meanwhile
        if path.is_dir():
            yield from (each for each in path.rglob("*") if is_feature(each) and not each.is_dir())
        elif is_feature(path):
            yield path


def _asked_for(config: pytest.Config) -> list[Path]:
    here = config.invocation_params.dir
    return [here / Path(argument.partition("::")[0]) for argument in config.args]


def _is_avoided(folder: Path, config: pytest.Config) -> bool:
    """Say whether pytest passes a folder over for its name alone."""
    named = any(fnmatch(folder.name, pattern) for pattern in config.getini("norecursedirs"))
    return named and not _is_python_environment(folder) and not _is_left_out_by_option(folder, config)


def _is_left_out_by_option(path: Path, config: pytest.Config) -> bool:
    here = config.invocation_params.dir
    named = [here / each for each in config.getoption("ignore") or ()]
    patterns = [str(here / each) for each in config.getoption("ignore_glob") or ()]
    return path in named or any(fnmatch(str(path), pattern) for pattern in patterns)


def _is_python_environment(folder: Path) -> bool:
    return (folder / "pyvenv.cfg").is_file() or (folder / "conda-meta" / "history").is_file()


def _leads_into_itself(folder: Path) -> bool:
    return folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())
