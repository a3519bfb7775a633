"""Whether clauses still say what their source says. Of a source only the fingerprints of its sentences are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.record.clauses import Clause, Instruction, Spot
from reports.texts.alignment import aligned
from reports.texts.document import Sentence
from reports.texts.reading import DocumentUnreadable, read_document


class SourceUnsound(ValueError):
    """A source cannot be compared; the message is Russian and names the folder or the file."""


@dataclass(frozen=True)
class Change:
    """A sentence of a clause that the source has no longer, and what may stand in its place now."""

    was: Spot
    now: tuple[Sentence, ...]

    def __str__(self) -> str:
        return " / ".join(sentence.text for sentence in self.now) or "этой фразы больше нет"


@dataclass(frozen=True)
class Comparison:
    """A list of clauses beside its source as it is today.

    `outdated`: what changed, by the clause's id; `unread`: sentences that are new to the list and belong to no
    outdated clause; `now`: for the number of each known sentence what stands there today; `source`: all of it.
    """

    outdated: Mapping[str, tuple[Change, ...]]
    unread: tuple[Sentence, ...]
    now: Mapping[int, tuple[Sentence, ...]]
    source: tuple[Sentence, ...] = ()

    def said(self, clause: Clause) -> tuple[Sentence, ...]:
        """Return what the source says today where the clause stands, each sentence once."""
        found = (sentence for place in clause.sentences for sentence in self.now[place.number])
        return tuple(dict.fromkeys(found))


def compare_all(instructions: Mapping[str, Instruction], folder: Path) -> dict[str, Comparison]:
    """Compare the instructions that have a source in this folder; raises SourceUnsound."""
    sources = {name: source_of(instruction, folder) for name, instruction in instructions.items()}
    return {name: compare(instructions[name], text) for name, text in sources.items() if text is not None}


def source_of(instruction: Instruction, folder: Path) -> tuple[Sentence, ...] | None:
    """Read the source of an instruction, None if this folder has none; raises SourceUnsound."""
    if not folder.is_dir():
        raise SourceUnsound(f"папки с источниками нет: {folder}")
    found = sorted(folder.glob(instruction.file)) if instruction.file else []
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise SourceUnsound(f"«{instruction.id}»: источник должен быть один, а подходят несколько: {names}")
    try:
        return read_document(found[0]).sentences if found else None
    except DocumentUnreadable as problem:
        raise SourceUnsound(f"источник не читается: {problem}") from problem


def compare(instruction: Instruction, source: Sequence[Sentence]) -> Comparison:
    """Lay the sentences that were read beside those of today, in order: equal ones need not be unique."""
    now = aligned(_known(instruction), source)
    changes = {
        clause.id: tuple(Change(place, now[place.number]) for place in clause.sentences if _moved(place, now))
        for clause in instruction.clauses
    }
    places = [place for clause in instruction.clauses for place in clause.sentences]
    settled = places + [place for place in instruction.silent if not _moved(place, now)]
    accounted = {sentence.number for place in settled for sentence in now[place.number]}
    unread = tuple(sentence for sentence in source if sentence.number not in accounted)
    return Comparison(
        {clause: change for clause, change in changes.items() if change}, unread, now, tuple(source)
    )


def _moved(place: Spot, now: Mapping[int, Iterable[Sentence]]) -> bool:
    return all(sentence.fingerprint != place.fingerprint for sentence in now[place.number])


def _known(instruction: Instruction) -> dict[int, set[str]]:
    """Return the fingerprints by number: more than one where some clauses have been confirmed and others not yet."""
    known: dict[int, set[str]] = defaultdict(set)
    for place in [*instruction.silent, *(place for one in instruction.clauses for place in one.sentences)]:
        known[place.number].add(place.fingerprint)
    return known
