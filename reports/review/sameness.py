"""What keeps an edited sentence from saying the same: a negation, a number or a label that has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.review.matching import Match
from reports.texts.document import FIGURE, Sentence
from reports.texts.labels import labels_in
from reports.texts.verbs import NEGATING
from reports.texts.words import Form, Token, tokens_of

DIGITS = re.compile(r"\d+")
CONDITIONAL = {"если", "когда", "пока"}
SPELLED = {
    **{"два": 2, "двое": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8},
    **{"девять": 9, "десять": 10, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40},
}
ACTING = (Form.ORDER, Form.INFINITIVE, Form.HAPPENS, Form.TOGETHER)


def changes(sentence: Sentence, match: Match) -> tuple[str, ...]:
    """Tell, in Russian, what an edited sentence says otherwise than it did; nothing if it may be the same."""
    return tuple(_changes(sentence, match))


def _changes(sentence: Sentence, match: Match) -> Iterator[str]:
    told = match.told
    known = told.source.quoted if told.source else " ".join(clause.text for clause in match.clauses)
    if is_negated(sentence.quoted) and not is_negated(known):
        yield "добавлено отрицание"
    elif is_negated(known) and not is_negated(sentence.quoted) and _must_deny(match):
        yield "пропало отрицание"
    if (here := numbers_in(sentence.quoted)) != (there := numbers_in(known)):
        yield _numbers_told(there, here)
    labels = [label.mended for label in sentence.labels]
    text = " ".join(sentence.text.split())
    named = _labels_of(match)
    gone = [label for label in named if label not in labels and label not in text]
    new = [label for label in labels if label not in (*told.labels, *named)]
    if gone or new:
        yield _labels_told(gone, new)


def _labels_of(match: Match) -> tuple[str, ...]:
    """Return the labels of the clauses that it still says: those it says no longer are told of as clauses."""
    labels = (label for clause in match.clauses for label in clause.labels)
    return tuple(dict.fromkeys(labels))


def _must_deny(match: Match) -> bool:
    """Say whether what denies is the instruction itself: our wording of a fact may deny what its source affirms."""
    return bool(match.told.source) or any(clause.kind == "предупреждение" for clause in match.clauses)


def is_negated(text: str) -> bool:
    """Say whether a sentence forbids or denies; what its «если» denies is no negation."""
    return any(_denies(part) for part in _parts(tokens_of(text)))


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Part a sentence at its signs; what stands under «если» is left out."""
    part: list[Token] = []
    for token in (*tokens, Token(",", "", Form.SIGN)):
        if token.form is not Form.SIGN:
            part.append(token)
        elif part:
            if not CONDITIONAL.intersection(each.lemma for each in part):
                yield part
            part = []


def _denies(part: Sequence[Token]) -> bool:
    if any(token.lemma in NEGATING for token in part):
        return True
    return any(
        one.lemma in ("не", "нет") and (one.lemma == "нет" or two.form in ACTING)
        for one, two in zip(part, [*part[1:], Token("", "", Form.SIGN)], strict=True)
    )


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers of a sentence in order, also those in words; pictures, labels and addresses have none."""
    bare = FIGURE.sub("", text)
    for label in reversed(labels_in(bare)):
        bare = bare[: label.start] + bare[label.end :]
    words = (token for token in tokens_of(bare) if token.form is not Form.ADDRESS)
    found = (_number(token) for token in words)
    return tuple(sorted(number for number in found if number is not None))


def _number(token: Token) -> int | None:
    return int(token.text) if DIGITS.fullmatch(token.text) else SPELLED.get(token.lemma)


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
