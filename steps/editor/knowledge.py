"""What an editor's answers rest on: the sentences, the captions of screens, the tags and the clauses there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from fixtures.clauses import clause_ids, clause_labels, printed_labels
from reports.record.clauses import FOLDER
from reports.record.tables import TableUnsound, read_toml
from steps.catalogue.definitions import ROOT
from steps.catalogue.entry import Entry
from steps.catalogue.gathering import catalogue
from steps.editor.outline import StepLine
from steps.labels.known import FILE, KnownLabels, known_labels
from steps.language.sentence import in_words, spelled_out
from steps.language.tags import TAGS_FILE, known_tags, tag_groups
from steps.lint.known import Basis, known_to


@dataclass(frozen=True)
class ClausePlace:
    """A clause of an instruction: what it says, and where it is written."""

    id: str
    kind: str
    text: str
    where: str
    labels: tuple[str, ...]
    file: Path
    line: int


@dataclass(frozen=True)
class Spelling:
    """A sentence with one of the persons who may stand in it: they are written by case, not chosen afterwards.

    `pattern` has the places with their kinds, `words` what a reader sees there.
    """

    entry: Entry
    pattern: str
    words: str
    first: bool

    def serves(self, step_type: str) -> bool:
        """Tell whether steps of this type may be so; one whose type is not known yet may be anything."""
        return not step_type or any(each.serves(step_type) for each in self.entry.definitions)

    def means(self, sentence: str) -> bool:
        """Tell whether a sentence is this one, with what may stand in its places."""
        known = self.entry.definitions[0]
        return known.fits(sentence) and known.refuses(sentence) is None


@dataclass(frozen=True)
class Knowledge:
    """All that is known at one time: by the linter, and `entries`, the sentences of the catalogue."""

    known: Basis

    entries: Sequence[Entry]
    labels: KnownLabels | None
    tags: dict[str, str]
    clauses: dict[str, ClausePlace] = field(default_factory=dict)
    root: Path = ROOT

    @cached_property
    def spellings(self) -> tuple[Spelling, ...]:
        """Every sentence in all its spellings."""
        return tuple(
            Spelling(entry, pattern, in_words(pattern), number == 0)
            for entry in self.entries
            for number, pattern in enumerate(spelled_out(entry.pattern))
        )

    def fitting(self, step: StepLine) -> list[Entry]:
        """Return the sentences that a step is: one, unless something is wrong with it."""
        return [
            entry
            for entry in self.entries
            if any(each.serves(step.type) and each.fits(step.sentence) for each in entry.definitions)
        ]


class Library:
    """Keeps the knowledge up to date with its files; the sentences, which are code, stay as they were at the start."""

    def __init__(self, clauses: Path = FOLDER) -> None:
        """Look for the clauses in this folder."""
        self._clauses = clauses
        self._stamps: tuple[tuple[Path, int], ...] = ()
        self._knowledge: Knowledge | None = None

    def knowledge(self) -> Knowledge:
        """Return what is known now; while one of the files is being written and not sound, what was known before.

        What is wrong at the very start is raised: NotLoaded, TableUnsound.
        """
        stamps = tuple((file, file.stat().st_mtime_ns) for file in self._files() if file.exists())
        if self._knowledge is None or self._stamps != stamps:
            self._stamps, self._knowledge = stamps, self._anew(self._knowledge)
        return self._knowledge

    def _files(self) -> list[Path]:
        return [TAGS_FILE, FILE, *sorted(self._clauses.glob("*.toml"))]

    def _anew(self, before: Knowledge | None) -> Knowledge:
        try:
            return self._read()
        except TableUnsound:
            if before:
                return before
            raise

    def _read(self) -> Knowledge:
        for file in self._files():
            read_toml(file)
        for cached in (known_tags, tag_groups, known_labels, clause_ids, clause_labels, printed_labels):
            cached.cache_clear()
        known = known_to()
        entries = catalogue(known.matcher.definitions)
        return Knowledge(known, entries, known_labels(), known_tags(), clause_places(self._clauses))


def clause_places(folder: Path) -> dict[str, ClausePlace]:
    """Return the clauses of all lists in a folder that can be read, each with its place."""
    found: dict[str, ClausePlace] = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            listed = read_toml(file).get("clause", [])
        except TableUnsound:
            continue  # it is being written
        source = file.read_text(encoding="utf-8")
        lines = {line.strip(): number for number, line in enumerate(source.splitlines())}
        for clause in listed:
            place = _clause(clause, file, lines)
            found[place.id] = place
    return found


def _clause(clause: dict[str, Any], file: Path, lines: dict[str, int]) -> ClausePlace:
    name, kind, text, where = (str(clause.get(key, "")) for key in ("id", "kind", "text", "where"))
    labels = tuple(map(str, (*clause.get("labels", ()), *clause.get("assumed", ()))))
    return ClausePlace(name, kind, text, where, labels, file, lines.get(f'id = "{name}"', 0))
