"""Whether clauses still say what their source says. Of a source only the fingerprints of its sentences are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from reports.instructions.clauses import Instruction, Spot
from reports.instructions.sentences import SourceSentence, sentences_of


class SourceUnsound(ValueError):
    """A source cannot be compared; the message is Russian and names the folder or the file."""


@dataclass(frozen=True)
class Change:
    """A sentence of a clause that the source has no longer, and what may stand in its place now."""

    was: Spot
    now: tuple[SourceSentence, ...]

    def __str__(self) -> str:
        return " / ".join(sentence.text for sentence in self.now) or "этой фразы больше нет"


@dataclass(frozen=True)
class Comparison:
    """A list of clauses beside its source as it is today.

    `outdated`: what changed, by the clause's id; `unread`: sentences that are new to the list and belong to no
    outdated clause; `now`: for the number of each known sentence what stands there today.
    """

    outdated: Mapping[str, tuple[Change, ...]]
    unread: tuple[SourceSentence, ...]
    now: Mapping[int, tuple[SourceSentence, ...]]


def compare_all(instructions: Mapping[str, Instruction], folder: Path) -> dict[str, Comparison]:
    """Compare the instructions that have a source in this folder; raises SourceUnsound."""
    sources = {name: source_of(instruction, folder) for name, instruction in instructions.items()}
    return {name: compare(instructions[name], text) for name, text in sources.items() if text is not None}


def source_of(instruction: Instruction, folder: Path) -> tuple[SourceSentence, ...] | None:
    """Read the source of an instruction, None if this folder has none; raises SourceUnsound."""
    if not folder.is_dir():
        raise SourceUnsound(f"папки с источниками нет: {folder}")
    found = sorted(folder.glob(instruction.file)) if instruction.file else []
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise SourceUnsound(f"«{instruction.id}»: источник должен быть один, а подходят несколько: {names}")
    try:
        return sentences_of(found[0].read_text(encoding="utf-8-sig")) if found else None
    except (OSError, UnicodeDecodeError) as error:
        raise SourceUnsound(f"{found[0].name}: источник не читается, нужен текст в UTF-8: {error}") from error


def compare(instruction: Instruction, source: Sequence[SourceSentence]) -> Comparison:
    """Lay the sentences that were read beside those of today, in order: equal ones need not be unique."""
    now = _aligned(_known(instruction), source)
    changes = {
        clause.id: tuple(Change(place, now[place.number]) for place in clause.sentences if _moved(place, now))
        for clause in instruction.clauses
    }
    places = [place for clause in instruction.clauses for place in clause.sentences]
    settled = places + [place for place in instruction.silent if not _moved(place, now)]
    accounted = {sentence.number for place in settled for sentence in now[place.number]}
    unread = tuple(sentence for sentence in source if sentence.number not in accounted)
    return Comparison({clause: change for clause, change in changes.items() if change}, unread, now)


def _moved(place: Spot, now: Mapping[int, Iterable[SourceSentence]]) -> bool:
    return all(sentence.fingerprint != place.fingerprint for sentence in now[place.number])


def _known(instruction: Instruction) -> dict[int, set[str]]:
    """Return the fingerprints by number: more than one where some clauses have been confirmed and others not yet."""
    known: dict[int, set[str]] = defaultdict(set)
    for place in [*instruction.silent, *(place for one in instruction.clauses for place in one.sentences)]:
        known[place.number].add(place.fingerprint)
    return known


def _aligned(
    known: Mapping[int, set[str]], source: Sequence[SourceSentence]
) -> dict[int, tuple[SourceSentence, ...]]:
    """Tell for each known number which sentences stand there: one if it is clear, several or none if it is not."""
    here = [sentence.fingerprint for sentence in source]
    numbers = sorted(known)
    there = [min(known[number] & set(here) or known[number]) for number in numbers]
    now: dict[int, tuple[SourceSentence, ...]] = {}
    for _, start, end, first, last in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        stretch = tuple(source[first:last])
        one_to_one = end - start == len(stretch)
        for index, number in enumerate(numbers[start:end]):
            now[number] = (stretch[index],) if one_to_one else stretch
    return now
