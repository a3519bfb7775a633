"""Which known instruction a document is nearest to, and whether near enough to be one of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.record.clauses import Instruction
from reports.review.known import Told, told_by
from reports.review.matching import Match, Matcher
from reports.texts.document import Sentence

# Measured: on documents of other systems at most 0.27 and 0.10, on re-worded ones of known systems at least 0.46
# and 0.52.
OF_DOCUMENT = 0.36
OF_INSTRUCTION = 0.25


@dataclass(frozen=True)
class Aligned:
    """A document beside one instruction: for the number of each sentence that is known what it is."""

    instruction: Instruction
    told: tuple[Told, ...]
    matches: Mapping[int, Match]
    sentences: int

    @property
    def of_document(self) -> float:
        """How much of the document is the instruction's, from 0 to 1."""
        return sum(match.likeness for match in self.matches.values()) / max(1, self.sentences)

    @property
    def of_instruction(self) -> float:
        """How much of what the instruction says is in the document, from 0 to 1."""
        said = [told.number for told in self.told if told.clauses]
        found = {match.told.number for match in self.matches.values()}
        return len(found.intersection(said)) / max(1, len(said))

    @property
    def is_near(self) -> bool:
        """Whether the document is one of this instruction rather than of an unknown system."""
        return self.of_document >= OF_DOCUMENT or self.of_instruction >= OF_INSTRUCTION


def aligned_with(
    instruction: Instruction, sentences: Sequence[Sentence], source: Sequence[Sentence] = ()
) -> Aligned:
    """Lay a document beside an instruction."""
    told = told_by(instruction, source)
    return Aligned(instruction, tuple(told), Matcher(told).matches(sentences), len(sentences))


def nearest(
    instructions: Mapping[str, Instruction],
    sentences: Sequence[Sentence],
    sources: Mapping[str, Sequence[Sentence]],
) -> list[Aligned]:
    """Return the document beside every instruction, the nearest first."""
    all_of_them = [aligned_with(one, sentences, sources.get(name, ())) for name, one in instructions.items()]
    return sorted(all_of_them, key=lambda one: one.of_document + one.of_instruction, reverse=True)
