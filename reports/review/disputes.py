"""What a document says otherwise than instructions that are known: sides of contradictions, and plain denials."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.instructions.contradictions import Contradiction, Side
from reports.record.clauses import Clause, Instruction
from reports.review.signature import Weights, signature_of
from reports.texts.document import Sentence
from reports.texts.meaning import is_negated

DENIED = "Одно говорит «да», другое «нет»"
AS_MUCH = 0.05  # less between two likenesses tells nothing
SURE = 0.7  # so alike are a sentence and a clause of another system that say the same, or its contrary


@dataclass(frozen=True)
class Dispute:
    """What is said otherwise: the subject, what the other side says, and the clauses that say it."""

    title: str
    says: str
    clauses: tuple[str, ...]


Disputing = Callable[[Sentence, Sequence[Clause], bool], Iterator[Dispute]]


def disputes_of(
    instructions: Mapping[str, Instruction], contradictions: Sequence[Contradiction]
) -> Disputing:
    """Return what finds the disputes of a sentence with the clauses it says; of an unknown one by its words."""
    clauses = [clause for one in instructions.values() for clause in one.clauses]
    weights = Weights(signature_of(clause.text) for clause in clauses)

    def found(sentence: Sentence, said: Sequence[Clause], is_unknown: bool) -> Iterator[Dispute]:
        alike = _nearest(sentence, clauses, weights) if is_unknown else []
        if alike and all(is_negated(one.text) != is_negated(sentence.quoted) for one in alike):
            yield Dispute(DENIED, alike[0].heading, tuple(one.id for one in alike))
            return
        names = {clause.id for clause in (*said, *alike)}
        for one in contradictions:
            yield from _other_sides(one, names, is_sure=bool(said))

    return found


def _other_sides(one: Contradiction, names: Collection[str], is_sure: bool) -> Iterator[Dispute]:
    """Yield what others say; a sentence that is only like clauses must be like those of one side alone."""
    mine = [side for side in one.side if any(name in side.clauses for name in names)]
    if len(mine) == 1 and (is_sure or all(name in mine[0].clauses for name in names)):
        yield from (_dispute(one, side) for side in one.side if side not in mine)


def _dispute(one: Contradiction, side: Side) -> Dispute:
    return Dispute(one.title, side.says, side.clauses)


def _nearest(sentence: Sentence, clauses: Sequence[Clause], weights: Weights) -> list[Clause]:
    """Return the clauses that are most like a sentence, several where it cannot be told which of them it is like."""
    here = signature_of(sentence.quoted)
    scores = [(weights.likeness(here, signature_of(one.text)), one) for one in clauses]
    best = max((score for score, _ in scores), default=0.0)
    return [one for score, one in scores if score >= best - AS_MUCH] if best >= SURE else []
