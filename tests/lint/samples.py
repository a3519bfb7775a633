"""The samples as the tests of the rules read them: wrong and right, and what is told of the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pytest_bdd.steps import step_function_context_registry

from steps.language.matching import Matcher
from steps.runner.execution import describe
from tests.lint import sample_steps

SAMPLES = Path(__file__).parent


@dataclass(frozen=True)
class Sample:
    """A wrong and a right feature of one rule."""

    code: str
    folder: Path

    @property
    def bad(self) -> Path:
        """The wrong one."""
        return self.folder / "bad.feature"

    @property
    def good(self) -> Path:
        """The right one."""
        return self.folder / "good.feature"

    @property
    def told(self) -> list[tuple[int, str]]:
        """The lines of the wrong one that are told of, each with words of the message."""
        lines = (self.folder / "told.txt").read_text(encoding="utf-8").splitlines()
        return [(int(line.partition(": ")[0]), line.partition(": ")[2]) for line in lines]

    def __str__(self) -> str:
        return self.folder.relative_to(SAMPLES).as_posix()


def samples_of(code: str) -> Iterator[Sample]:
    """Yield the samples of a rule: the pair that differs by a word, then the others, if any."""
    for folder in (SAMPLES / code, SAMPLES / code / "more"):
        if (folder / "told.txt").is_file():
            yield Sample(code, folder)


@cache
def matcher() -> Matcher:
    """The step definitions of the samples."""
    registered = step_function_context_registry.values()
    own = [each for each in registered if each.step_func.__module__ == sample_steps.__name__]
    return Matcher([describe(context, SAMPLES) for context in own])
