"""What the project knows that a feature may rest on: sentences, tags, clauses with their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fixtures.clauses import clause_labels, printed_labels
from reports.record.origins import is_among
from steps.catalogue.definitions import PACKAGE, ROOT, known_definitions
from steps.labels.known import KnownLabels, known_labels
from steps.language.matching import Matcher
from steps.language.tags import tag_groups

MARKS = re.compile(r"^\s*#>(.*)$", re.MULTILINE)


class NotLoaded(Exception):
    """The sentences cannot be known: a module with them does not load; the message is Russian."""


@dataclass(frozen=True)
class Basis:
    """All that rules ask of the project; made once, whatever the number of files."""

    matcher: Matcher
    tags: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # by group: instruction, role, severity, power
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the labels of each
    labels: KnownLabels | None = None  # of the screens; None where there is no list of them
    root: Path | None = None  # of the project, whose scenarios are in features/
    printed: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by the source of each instruction

    def has_origin(self, label: str, clause: str) -> bool:
        """Whether it is said where the label comes from that proves a clause."""
        printed = self.printed.get(clause.partition(".")[0], frozenset())
        return is_among(label, self.clauses[clause]) or is_among(label, printed)

    def has_label(self, label: str) -> bool:
        """Whether a screen has this label, or several in a row, as those of a navigation bar are read."""
        if label not in self._has:
            self._has[label] = self.labels is None or _is_made_of(label, self.labels)
        return self._has[label]

    def nearest_label(self, label: str) -> str | None:
        """The label of a screen that this one was probably meant to be."""
        return self.labels.nearest(label) if self.labels else None

    @cached_property
    def _has(self) -> dict[str, bool]:
        return {}

    def marked_elsewhere(self, clause: str, uri: str) -> Iterator[str]:
        """Yield the texts of the project's other features that mark the clause."""
        yield from (text for other, marks, text in self._features if clause in marks and other != uri)

    @cached_property
    def _features(self) -> list[tuple[str, frozenset[str], str]]:
        """The project's features, unparsed, with the clauses that each marks."""
        if self.root is None:
            return []
        texts = {
            path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in sorted((self.root / "features").rglob("*.feature"))
        }
        return [(uri, frozenset(_named(text)), text) for uri, text in texts.items()]


def _is_made_of(label: str, known: KnownLabels) -> bool:
    if known.knows(label):
        return True
    cuts = (number for number, sign in enumerate(label) if sign == " ")
    return any(known.knows(label[:cut]) and _is_made_of(label[cut + 1 :], known) for cut in cuts)


def _named(text: str) -> Iterator[str]:
    for mark in MARKS.findall(text):
        yield from re.findall(r"[^\s,]+", mark)


def known_to(root: Path = ROOT, package: str = PACKAGE) -> Basis:
    """Return what a project knows; raises NotLoaded."""
    try:
        definitions = known_definitions(package, root)
    except Exception as error:
        told = f"Шаги не загрузились: {error}. Пока это не исправлено, сценарии не проверить."
        raise NotLoaded(told) from error
    lists = root / "fixtures" / "instructions"
    clauses, printed = clause_labels(lists), printed_labels(lists)
    return Basis(Matcher(definitions), tag_groups(), clauses, known_labels(), root, printed)
