"""Holds features to all rules, those of a run and the linter's own, without a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from steps.language.binding import Bound, misbound_steps, step_rules
from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.reading import read_raw
from steps.language.rule import Rule, Weight, found, rules_in
from steps.language.soundness import RULES
from steps.lint.inspected import Company, Inspected
from steps.lint.known import Basis

OWN_RULES = "steps.lint.rules"


@dataclass(frozen=True)
class Source:
    """A feature file: its address, and its bytes or, where it is still being typed, its text."""

    uri: str
    raw: bytes
    path: Path | None = None
    unread: str = ""  # why there are no bytes

    @classmethod
    def of_text(cls, uri: str, text: str) -> Source:
        """A feature that stands in an editor; half an emoji, which only an editor has, becomes a question mark."""
        return cls(uri, text.encode("utf-8", "replace"))


@dataclass(frozen=True)
class Finding:
    """What a rule has found in a feature."""

    rule: Rule[Any]
    problem: Problem

    @property
    def weight(self) -> Weight:
        """How much it weighs."""
        return self.rule.weight


@cache
def all_rules() -> dict[str, Rule[Any]]:
    """Return every rule there is, by its code."""
    return {rule.code: rule for rule in (*rules_in(RULES), *step_rules(), *rules_in(OWN_RULES))}


def lint(sources: Sequence[Source], known: Basis) -> Iterator[Finding]:
    """Yield what the rules find in these features, file by file, each from top to bottom.

    Names and wordings are held against those of the other features.
    """
    documents = [read_raw(source.raw, source.uri, frozenset(known.clauses)) for source in sources]
    company = Company(documents)
    for source, document in zip(sources, documents, strict=True):
        if source.unread:
            problem = Problem("broken_file", source.uri, 1, source.unread)
            yield Finding(all_rules()[problem.rule], problem)
        else:
            yield from inspect(document, source.raw, known, company)


def inspect(document: FeatureDocument, raw: bytes, known: Basis, company: Company) -> Iterator[Finding]:
    """Yield what the rules find in one feature that has been read, from top to bottom."""
    rules = all_rules()
    problems = sorted(
        set(_problems(document, raw, known, company)), key=lambda each: (each.line, each.column)
    )
    yield from (Finding(rules[problem.rule], problem) for problem in problems)


def _problems(document: FeatureDocument, raw: bytes, known: Basis, company: Company) -> Iterable[Problem]:
    yield from document.problems
    yield from document.remarks
    bound = Bound(document, known.matcher)
    yield from misbound_steps(bound)
    if not any(problem.rule == "encoding" for problem in document.problems):
        inspected = Inspected(bound, raw.decode(), known, company)
        yield from found(rules_in(OWN_RULES), inspected)
