"""What a sentence forbids or denies, and the numbers it names: whoever changes these changes what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.texts.document import FIGURE
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
