"""What a rule is: something that may be wrong with a feature, how much it weighs, how it is found, its page."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from steps.language.problem import Problem

Subject = TypeVar("Subject")


class Weight(StrEnum):
    """What a rule's findings mean, the heaviest first; the words are what readers see."""

    REFUSES = "ошибка"  # a run does not carry the scenario out
    REMARK = "замечание"  # it is carried out, and the check fails
    ADVICE = "совет"  # it is carried out, and the check passes


@dataclass(frozen=True)
class Rule(Generic[Subject]):
    """A rule: its code is the name of its page; without `find`, reading or matching itself comes across it."""

    code: str
    weight: Weight
    page: Path
    find: Callable[[Subject], Iterable[Problem]] | None = None

    @property
    def title(self) -> str:
        """What readers call the rule: the title of its page, written as one word."""
        return in_one_word(self.headline)

    @property
    def headline(self) -> str:
        """The title of its page."""
        return _titled(self.page)

    @property
    def text(self) -> str:
        """The whole page: what, why, wrong, right."""
        return self.page.read_text(encoding="utf-8")


def in_one_word(title: str) -> str:
    """Write a title as a person may type it behind a command."""
    return "-".join(re.findall(r"[\w-]+", title.casefold()))


@cache
def _titled(page: Path) -> str:
    with page.open(encoding="utf-8") as lines:
        return next(lines).removeprefix("#").strip()


@cache
def rules_in(package: str) -> tuple[Rule[Any], ...]:
    """Return the rules of a package, by code: a page each, and beside it the module whose `find` finds it, if any.

    A module says `WEIGHT = …` where its rule is no reason to refuse a run.
    """
    folder = Path(str(importlib.import_module(package).__file__)).parent
    modules = {each.name for each in pkgutil.iter_modules([str(folder)])}
    pages = sorted(folder.glob("*.md"))
    return tuple(_rule(package, page, page.stem in modules) for page in pages if page.stem != "README")


def _rule(package: str, page: Path, has_module: bool) -> Rule[Any]:
    if not has_module:
        return Rule(page.stem, Weight.REFUSES, page)
    module = importlib.import_module(f"{package}.{page.stem}")
    return Rule(page.stem, getattr(module, "WEIGHT", Weight.REFUSES), page, module.find)


def found(rules: Iterable[Rule[Subject]], subject: Subject) -> Iterator[Problem]:
    """Yield what these rules find, each problem under its rule's own code."""
    for rule in rules:
        for problem in rule.find(subject) if rule.find else ():
            assert problem.rule == rule.code, f"{rule.code} told of {problem.rule}"
            yield problem
