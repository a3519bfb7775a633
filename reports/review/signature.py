"""What is compared of a sentence where its words have changed: lemmas, with one word for all that ask for the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from reports.texts.verbs import VERBS
from reports.texts.words import Form, tokens_of

ALIKE = 85  # hundredths from which two labels are one label that was edited
LABELS_WEIGH = 0.4
# Words that stand in any sentence.
COMMON = frozenset(
    re.findall(
        r"\w+",
        "и а но или в во на с со к ко по из от до для при за о об у же ли бы то это этот тот что как который свой ваш"
        " вы он она они его ее их быть весь также затем потом далее после если чтобы когда уже еще не необходимо"
        " нужно надо следует кнопка ссылка поле окно экран шаг страница раздел пункт",
    )
)


@dataclass(frozen=True)
class Signature:
    """The words of a text that say something, and the labels it quotes."""

    words: tuple[str, ...]
    labels: tuple[str, ...] = ()


@cache
def signature_of(text: str) -> Signature:
    """Return the signature of a sentence with its labels in quotes; an address counts as a label."""
    words: list[str] = []
    labels: list[str] = []
    for token in tokens_of(text):
        if token.form in (Form.LABEL, Form.ADDRESS):
            labels.append(token.text)
        words += _words(token.text) if token.form is Form.LABEL else _word(token.lemma)
    return Signature(tuple(words), tuple(labels))


def _words(text: str) -> list[str]:
    return [word for token in tokens_of(text) for word in _word(token.lemma)]


def _word(lemma: str) -> list[str]:
    if not lemma or lemma in COMMON:
        return []
    return [VERBS[lemma].name if lemma in VERBS else lemma]


class Weights:
    """How much a word says: the fewer texts have it, the more."""

    def __init__(self, texts: Iterable[Signature]) -> None:
        """Count the words of all texts that are told apart."""
        known = list(texts)
        self._all = len(known)
        self._with: Mapping[str, int] = Counter(word for one in known for word in set(one.words))

    def likeness(self, one: Signature, other: Signature) -> float:
        """Say how much two texts share, from 0 to 1: of their words, and of their labels where either has some."""
        shared = self._weight((Counter(one.words) & Counter(other.words)).elements())
        total = self._weight(one.words) + self._weight(other.words)
        words = 2 * shared / total if total else 0.0
        if not one.labels and not other.labels:
            return words
        return (1 - LABELS_WEIGH) * words + LABELS_WEIGH * alike_labels(one.labels, other.labels)

    def share_of(self, part: Signature, whole: Signature) -> float:
        """Say how much of a part stands in a whole, from 0 to 1."""
        total = self._weight(part.words)
        words = (
            self._weight((Counter(part.words) & Counter(whole.words)).elements()) / total if total else 0.0
        )
        if not part.labels:
            return words
        found = sum(label in whole.labels for label in part.labels) / len(part.labels)
        return max(words, found)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(math.log(1 + self._all / (1 + self._with.get(word, 0))) for word in words)


def alike_labels(one: Sequence[str], other: Sequence[str]) -> float:
    """Say how many of the labels of two texts have one alike in the other, from 0 to 1."""
    if not one or not other:
        return 0.0
    near = [_has_alike(label, other) for label in one] + [_has_alike(label, one) for label in other]
    return sum(near) / len(near)


def _has_alike(label: str, others: Sequence[str]) -> bool:
    return any(fuzz.ratio(label.lower(), other.lower()) >= ALIKE for other in others)
