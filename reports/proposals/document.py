"""A caption changed in the document itself: only in the sentences that a clause stands in, however they are wrapped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.instructions.changes import names
from reports.instructions.sources import compare
from reports.record.clauses import Instruction, Spot
from reports.texts.document import Sentence
from reports.texts.plain import read_text

BETWEEN = r"[\s*_]+"  # words of a caption may stand on two lines, or in bold


@dataclass(frozen=True)
class ChangedDocument:
    """The document with the caption changed, and what its changed sentences are known by, before and after."""

    text: str
    spots: Mapping[Spot, Spot] = field(default_factory=dict)


def with_caption(
    text: str, instruction: Instruction, clauses: Collection[str], old: str, new: str
) -> ChangedDocument:
    """Change the caption where these clauses stand; sentences that were changed since they were read stay alone."""
    spots = {spot for one in instruction.clauses if one.id in clauses for spot in one.sentences}
    said = _sentences(text)
    targets = {spot.number for spot in spots if _is_current(spot, said)}
    changed = text
    for start in reversed([found.start() for found in _written(old).finditer(text)]):
        tried = changed[:start] + _written(old).sub(lambda _: new, changed[start:], count=1)
        differing = set(_differing(said, _sentences(tried)))
        already = set(_differing(said, _sentences(changed)))
        if differing - already and differing <= targets:
            changed = tried
    now = _sentences(changed)
    moved = {
        Spot(number, said[number - 1].fingerprint): Spot(number, now[number - 1].fingerprint)
        for number in _differing(said, now)
    }
    return ChangedDocument(changed, moved)


def is_said_already(text: str, instruction: Instruction, clauses: Collection[str], caption: str) -> bool:
    """Say whether the document of today has the caption wherever these clauses stand."""
    comparison = compare(instruction, _sentences(text))
    said = [comparison.said(one) for one in instruction.clauses if one.id in clauses]
    return all(any(names(sentence.text, caption) for sentence in sentences) for sentences in said)


def source_file(instruction: Instruction, folder: Path) -> Path | None:
    """Return the file of an instruction's source, if the folder has one."""
    return next(iter(sorted(folder.glob(instruction.file))), None) if instruction.file else None


def _written(caption: str) -> re.Pattern[str]:
    return re.compile(BETWEEN.join(re.escape(word) for word in caption.split()))


def _sentences(text: str) -> tuple[Sentence, ...]:
    return read_text(text.removeprefix("\ufeff"), "").sentences


def _is_current(spot: Spot, said: tuple[Sentence, ...]) -> bool:
    return spot.number <= len(said) and said[spot.number - 1].fingerprint == spot.fingerprint


def _differing(one: tuple[Sentence, ...], other: tuple[Sentence, ...]) -> Iterator[int]:
    """Yield the numbers of the sentences that differ; other cuts than before are a difference of all."""
    if len(one) != len(other):
        yield from range(1, len(one) + 2)
        return
    for before, after in zip(one, other, strict=True):
        if before.fingerprint != after.fingerprint:
            yield before.number
