"""An instruction as the sentences it was transcribed from: what is known of each, which is never its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.instructions.sources import compare
from reports.record.clauses import Clause, Instruction
from reports.review.signature import Signature, signature_of
from reports.texts.document import Sentence


@dataclass(frozen=True)
class Told:
    """A sentence of a known instruction: its number, what it is recognised by, its clauses; none if it is silent.

    `source` is the sentence itself, where the source was given.
    """

    number: int
    fingerprints: frozenset[str]
    clauses: tuple[Clause, ...] = ()
    source: Sentence | None = None

    @cached_property
    def signatures(self) -> tuple[Signature, ...]:
        """What an edited sentence is compared with: the words of its clauses, and the source's where it is given."""
        return (self.signature, signature_of(self.source.quoted)) if self.source else (self.signature,)

    @cached_property
    def signature(self) -> Signature:
        """The words and the labels of its clauses."""
        said = signature_of(" ".join(clause.text for clause in self.clauses))
        labels = (label for clause in self.clauses for label in clause.labels)
        return Signature(said.words, tuple(dict.fromkeys(labels)))

    @property
    def labels(self) -> tuple[str, ...]:
        """The captions it names."""
        if self.source:
            return tuple(label.mended for label in self.source.labels)
        return self.signature.labels


def told_by(instruction: Instruction, source: Sequence[Sentence] = ()) -> list[Told]:
    """Return the sentences of an instruction in their order, with their own words where its source is given."""
    prints: defaultdict[int, set[str]] = defaultdict(set)
    clauses: defaultdict[int, list[Clause]] = defaultdict(list)
    for spot in instruction.silent:
        prints[spot.number].add(spot.fingerprint)
    for clause in instruction.clauses:
        for spot in clause.sentences:
            prints[spot.number].add(spot.fingerprint)
            clauses[spot.number].append(clause)
    now = compare(instruction, source).now if source else {}
    return [
        Told(number, frozenset(prints[number]), tuple(clauses[number]), _only(now.get(number, ())))
        for number in sorted(prints)
    ]


def _only(sentences: Sequence[Sentence]) -> Sentence | None:
    return sentences[0] if len(sentences) == 1 else None
