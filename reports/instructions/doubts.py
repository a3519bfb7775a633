"""What speaks against a changed sentence saying what its clause says: a person must see it before confirming."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from reports.instructions.changes import ALIKE, names
from reports.record.clauses import Clause
from reports.texts.document import Sentence
from reports.texts.meaning import is_negated, numbers_in
from reports.texts.opposites import conditions_of, turned
from reports.texts.plain import sentences_of


def doubts(clause: Clause, now: Sequence[Sentence], old_texts: Mapping[str, str]) -> Iterator[str]:
    """Tell, in Russian, what the sentences of today no longer say of a clause, or say otherwise.

    `old_texts` are those still known, by fingerprint; where they are not, the clause's own words stand for them.
    """
    olds = [old_texts.get(place.fingerprint, "") for place in clause.sentences]
    known = _quoted(" ".join(olds)) if olds and all(olds) else ""
    before, here = known or clause.text, " ".join(sentence.quoted for sentence in now)
    lost = [label for label in _printed(clause, known) if not names(here, label)]
    if lost:
        yield f"надписи пункта во фразе нет: {', '.join(f'«{label}»' for label in lost)}"
    yield from _denials(clause, before, here, bool(known))
    if (there := numbers_in(before)) != numbers_in(here) and (known or there):
        yield f"числа другие: было {_listed(there)}, стало {_listed(numbers_in(here))}"
    if found := turned(before, here):
        yield f"было «{found[0]}», стало «{found[1]}»"
    if known and bool(conditions_of(before)) != bool(conditions_of(here)):
        yield "условие пропало" if conditions_of(before) else f"добавлено условие «{conditions_of(here)[0]}»"
    if not lost and known and fuzz.ratio(before, here) < ALIKE:
        yield "фраза совсем другая"


def _printed(clause: Clause, known: str) -> list[str]:
    """The captions that the sentences of then printed; where they are lost, all that the source is to print."""
    return [label for label in clause.labels if not known or names(known, label)]


def _denials(clause: Clause, before: str, here: str, is_known: bool) -> Iterator[str]:
    """Our own wording may deny what its source affirms; that of a warning denies as its source does."""
    if is_negated(here) and not is_negated(before):
        yield "появилось отрицание"
    elif is_negated(before) and not is_negated(here) and (is_known or clause.kind == "предупреждение"):
        yield "пропало отрицание"


def _quoted(text: str) -> str:
    return " ".join(sentence.quoted for sentence in sentences_of(text))


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers)) or "ни одного"
