"""A feature as the linter's rules see it: its text to the byte, its document, its steps, and its company."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from steps.language.binding import Bound
from steps.language.features import AstScenario, FeatureDocument, line_of
from steps.language.problem import Problem
from steps.language.spelling import blur
from steps.lint.known import Basis
from steps.lint.labels import Stranger, strangers

BYTE_MARK = "\ufeff"


class Company:
    """All features that are looked at together: what stands in more than one of them."""

    def __init__(self, documents: Iterable[FeatureDocument] = ()) -> None:
        """Know these features."""
        self.names: dict[tuple[str, str], list[str]] = defaultdict(
            list
        )  # the places of every name of a scenario
        self.spellings: dict[str, Counter[str]] = defaultdict(Counter)  # of each step, slips undone
        for document in documents:
            self._meet(document)

    @cached_property
    def usual(self) -> dict[str, str]:
        """For each rare spelling of a step the usual one."""
        rare: dict[str, str] = {}
        for spellings in (each for each in self.spellings.values() if len(each) > 1):
            usual, _ = max(spellings.items(), key=lambda each: (each[1], each[0]))
            rare |= {text: usual for text in spellings if text != usual}
        return rare

    def _meet(self, document: FeatureDocument) -> None:
        for scenario in document.scenarios:
            name = full_name(document, scenario)
            self.names[name].append(f"{document.uri}:{line_of(scenario.node)}")
        for text in {text for holder in document.step_holders for text in _texts(holder)}:
            self.spellings[blur(text)][text] += 1


def full_name(document: FeatureDocument, scenario: AstScenario) -> tuple[str, str]:
    """Return the names of a scenario and of its feature, as reports show them."""
    feature = document.feature or {"name": ""}
    return " ".join(feature["name"].split()), " ".join(scenario.node["name"].split())


def _texts(holder: dict[str, Any]) -> Iterable[str]:
    return (step["text"] for step in holder["steps"])


@dataclass(frozen=True)
class Inspected:
    """What a rule of the linter looks at; `text` is the file's own, with its byte mark and its line ends."""

    bound: Bound
    text: str
    known: Basis
    company: Company = field(default_factory=Company)

    @property
    def uri(self) -> str:
        """The feature's address."""
        return self.document.uri

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file to the byte, without their ends; the first without the byte mark."""
        text = self.text.removeprefix(BYTE_MARK)
        return [line.removesuffix("\r") for line in text.split("\n")]

    @property
    def document(self) -> FeatureDocument:
        """The feature."""
        return self.bound.document

    @cached_property
    def strange(self) -> list[Stranger]:
        """The labels that no screen is known to have, without those that the scenarios make themselves."""
        return list(strangers(self.bound, self.known))

    def problem(self, rule: str, line: int, message: str, column: int = 0, **more: Any) -> Problem:
        """Return a problem of this feature."""
        return Problem(rule, self.uri, line, message, column=column, **more)
