"""Finds sentences by meaning: by the words' dictionary forms, their common beginnings, and the help's synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log10
from typing import Any

from steps.catalogue.entry import Entry
from steps.language.spelling import nearest_word

WORD = re.compile(r"[а-яёa-z][а-яёa-z-]*|\d+", re.IGNORECASE)
FUNCTION_WORDS = frozenset(
    {"в", "во", "на", "и", "с", "со", "по", "к", "за", "из", "о", "у", "от", "до", "для"}
)
# How much a word counts by where it stands: what an author would write first, what explains it last.
WEIGHTS = {"sentence": 6.0, "synonyms": 5.0, "topic": 2.0, "places": 1.5, "help": 1.0}
FAMILIAR = 0.6  # what ten times as many uses count
KIN = 0.6  # what a word of the same root counts, beside the word itself
KIN_LETTERS, KIN_SHARE = (
    4,
    0.6,
)  # how many letters of a beginning make two words kin, and what share of the shorter
BEGUN_LETTERS = 3  # from how many letters on a word that is not written to its end is understood


@dataclass(frozen=True)
class Hits:
    """What a search found, the best first; where nothing was, the words that may have been meant."""

    entries: tuple[Entry, ...]
    meant: tuple[str, ...] = ()


class Index:
    """The catalogue's words in their dictionary forms. The dictionaries are read when something is sought first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Index nothing yet."""
        self.entries = entries

    def search(self, text: str) -> Hits:
        """Return the entries that have every word of the text; if none has, those that have most of them."""
        sought = [word for word in words_of(text) if word not in FUNCTION_WORDS]
        scores = [(self._scores(number, sought), number) for number in range(len(self.entries))]
        found = [(score, number) for score, number in scores if score[0]]
        most = max((score[0] for score, _ in found), default=0)
        best = sorted((-score[1], number) for score, number in found if score[0] == most)
        entries = tuple(self.entries[number] for _, number in best)
        missing = [] if most == len(sought) else self._meant(sought)
        return Hits(entries, tuple(missing))

    def _scores(self, number: int, sought: Iterable[str]) -> tuple[int, float]:
        """How many of the words the entry has, and what they count in all."""
        counts = [self._weight(number, word) for word in sought]
        return sum(map(bool, counts)), sum(counts) + self._familiarity(number)

    def _familiarity(self, number: int) -> float:
        """Among near equals what is short comes before what is long, and what is said often before what is rare."""
        entry = self.entries[number]
        return 1 / (1 + len(entry.sentence.split())) + FAMILIAR * log10(1 + len(entry.uses))

    def _weight(self, number: int, word: str) -> float:
        forms = self._forms(word)
        indexed = self._indexed[number]
        exact = max((indexed[form] for form in forms if form in indexed), default=0.0)
        kin = max((weight for form, weight in indexed.items() if _kin(word, forms, form)), default=0.0)
        return max(exact, kin * KIN)

    def _meant(self, sought: Iterable[str]) -> list[str]:
        lost = [word for word in sought if not any(self._weight(n, word) for n in range(len(self.entries)))]
        near = [nearest_word(word, self._vocabulary) for word in lost]
        return [word for word in near if word]

    @cached_property
    def _vocabulary(self) -> list[str]:
        told = (f"{each.sentence} {' '.join(each.synonyms)}" for each in self.entries)
        return sorted({word for text in told for word in words_of(text) if len(word) > BEGUN_LETTERS})

    @cached_property
    def _indexed(self) -> list[dict[str, float]]:
        return [self._index(entry) for entry in self.entries]

    def _index(self, entry: Entry) -> dict[str, float]:
        texts = {
            "help": entry.help,
            "places": " ".join((*(place.called for place in entry.places), *_table(entry))),
            "topic": entry.topic,
            "synonyms": " ".join(entry.synonyms),
            "sentence": entry.sentence,
        }
        weights: dict[str, float] = {}
        for field, text in texts.items():
            for word in words_of(text):
                for form in self._forms(word):
                    weights[form] = max(weights.get(form, 0.0), WEIGHTS[field])
        return weights

    def _forms(self, word: str) -> frozenset[str]:
        if word not in self._known_forms:
            parsed = self._morphology.parse(word)
            self._known_forms[word] = frozenset(
                {word, *(one.normal_form.replace("ё", "е") for one in parsed)}
            )
        return self._known_forms[word]

    @cached_property
    def _known_forms(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _morphology(self) -> Any:
        from pymorphy3 import (
            MorphAnalyzer,
        )  # here, because most calls look for nothing and need no dictionaries

        return MorphAnalyzer()


def words_of(text: str) -> list[str]:
    """Return the words of a text, small, ё as е."""
    return [word.lower().replace("ё", "е") for word in WORD.findall(text)]


def _table(entry: Entry) -> Iterable[str]:
    return ("таблица", *(column.called for column in entry.columns)) if entry.columns else ()


def _kin(word: str, forms: Iterable[str], other: str) -> bool:
    """Whether two words have one root, by their beginnings, or the sought one is the beginning of the other."""
    if len(word) >= BEGUN_LETTERS and other.startswith(word):
        return True
    return any(_beginning(form, other) for form in forms)


def _beginning(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    needed = max(KIN_LETTERS, KIN_SHARE * shorter)
    shared = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return shared >= needed
