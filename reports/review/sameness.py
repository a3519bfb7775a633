"""What keeps an edited sentence from saying the same: a negation, a number, a label, a side, a condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.record.clauses import Clause
from reports.review.matching import Match
from reports.review.signature import COMMON
from reports.texts.document import Sentence
from reports.texts.meaning import is_negated, numbers_in
from reports.texts.opposites import conditions_of, put_in, turned
from reports.texts.words import Form, tokens_of

SAYING = 3  # so many words of its own make what was put in a saying, not a filler


def changes(sentence: Sentence, match: Match, fork: str = "", lost: Sequence[Clause] = ()) -> tuple[str, ...]:
    """Tell, in Russian, what an edited sentence says otherwise than it did; nothing if it may be the same.

    `fork` is the «если …» that the sentence stands under, `lost` are clauses of it that nothing says any longer.
    """
    told = match.told
    known = told.source.quoted if told.source else " ".join(clause.text for clause in match.clauses)
    found = [
        *_denials(sentence, match, known),
        *_figures(sentence, known),
        *_labels(sentence, match),
        *_turns(sentence, known),
        *_conditions(sentence, match, known, fork),
    ]
    found += _put_in(sentence, match) if not found else []
    return (*found, *(f"не сказано: {clause.text.rstrip('.')}" for clause in lost))


def _denials(sentence: Sentence, match: Match, known: str) -> Iterator[str]:
    if is_negated(sentence.quoted) and not is_negated(known):
        yield "добавлено отрицание"
    elif is_negated(known) and not is_negated(sentence.quoted) and _must_deny(match):
        yield "пропало отрицание"


def _figures(sentence: Sentence, known: str) -> Iterator[str]:
    if (here := numbers_in(sentence.quoted)) != (there := numbers_in(known)):
        yield _numbers_told(there, here)


def _labels(sentence: Sentence, match: Match) -> Iterator[str]:
    labels = [label.mended for label in sentence.labels]
    text = " ".join(sentence.text.split())
    named = _labels_of(match)
    gone = [label for label in named if label not in labels and label not in text]
    new = [label for label in labels if label not in (*match.told.labels, *named)]
    if gone or new:
        yield _labels_told(gone, new)


def _turns(sentence: Sentence, known: str) -> Iterator[str]:
    if found := turned(known, sentence.quoted):
        was, became = found
        yield f"было «{was}», стало «{became}»"


def _conditions(sentence: Sentence, match: Match, known: str, fork: str) -> Iterator[str]:
    """Tell a condition that came or went; without the source our own words may have left one to the heading."""
    here = conditions_of(sentence.quoted)
    there = conditions_of(known) or conditions_of(" ".join(_headings(match)))
    if here and not there:
        yield f"добавлено условие «{here[0]}»"
    elif there and not here and match.told.source and not fork and conditions_of(known):
        yield f"пропало условие «{there[0]}»"


def _headings(match: Match) -> Iterator[str]:
    for clause in match.clauses:
        yield clause.where
        if ".if." in clause.id:
            yield "если"


def _put_in(sentence: Sentence, match: Match) -> Iterator[str]:
    """Tell what was put into a sentence as a saying of its own; only its source shows that."""
    if match.told.source:
        for words in put_in(tokens_of(match.told.source.quoted), tokens_of(sentence.quoted)):
            if sum(bool(word.lemma) and word.lemma not in COMMON for word in words) >= SAYING:
                yield f"добавлено «{' '.join(word.text for word in words if word.form is not Form.SIGN)}»"


def _labels_of(match: Match) -> tuple[str, ...]:
    """Return the labels of the clauses that it still says: those it says no longer are told of as clauses."""
    labels = (label for clause in match.clauses for label in clause.labels)
    return tuple(dict.fromkeys(labels))


def _must_deny(match: Match) -> bool:
    """Say whether what denies is the instruction itself: our wording of a fact may deny what its source affirms."""
    return bool(match.told.source) or any(clause.kind == "предупреждение" for clause in match.clauses)


def _labels_told(gone: Sequence[str], new: Sequence[str]) -> str:
    if gone and new:
        return f"надписи: было {_quoted(gone)}, стало {_quoted(new)}"
    return f"нет надписи {_quoted(gone)}" if gone else f"новая надпись {_quoted(new)}"


def _quoted(labels: Sequence[str]) -> str:
    return ", ".join(f"«{label}»" for label in labels)


def _numbers_told(before: Sequence[int], now: Sequence[int]) -> str:
    was, became = (", ".join(map(str, numbers)) for numbers in (before, now))
    if was and became:
        return f"числа: было {was}, стало {became}"
    return f"появилось число {became}" if became else f"пропало число {was}"
