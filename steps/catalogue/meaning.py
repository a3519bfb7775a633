"""Finds sentences by meaning: by the words' dictionary forms, their common beginnings, and the help's synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log10

from steps.catalogue.entry import Entry
from steps.language.spelling import nearest_word

WORD = re.compile(r"[а-яёa-z][а-яёa-z-]*|\d+", re.IGNORECASE)
FUNCTION_WORDS = frozenset(
    {"в", "во", "на", "и", "с", "со", "по", "к", "за", "из", "о", "у", "от", "до", "для"}
)
# How much a word counts by where it stands: what an author would write first, what explains it last.
WEIGHTS = {"sentence": 6.0, "synonyms": 5.0, "topic": 2.0, "places": 1.5, "help": 1.0}
FAMILIAR = 0.6  # what ten times as many uses count
NAMED = 2.0  # what it counts that an entry is looked for by exactly these words
KIN = 0.6  # what a word of the same root counts, beside the word itself
KIN_LETTERS, KIN_SHARE = (
    4,
    0.6,
)  # how many letters of a beginning make two words kin, and what share of the shorter
BEGUN_LETTERS = 3  # from how many letters on a word that is not written to its end is understood


@dataclass(frozen=True)
class Hits:
    """What a search found, the best first; where nothing was, what may have been meant: words, or captions to press."""

    entries: tuple[Entry, ...]
    meant: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


class Index:
    """The catalogue's words in their dictionary forms. The dictionaries are read when something is sought first."""

    def __init__(self, entries: Sequence[Entry], captions: Sequence[str] = ()) -> None:
        """Index nothing yet. The captions are what can be pressed on a screen."""
        self.entries = entries
        self._captions = captions

    def search(self, text: str) -> Hits:
        """Return the entries that have every word of the text; if none has, those that have most of them.

        A word that no sentence has, but a caption, is meant as that caption.
        """
        sought = [word for word in words_of(text) if word not in FUNCTION_WORDS]
        lost = [word for word in sought if not any(self._weight(n, word) for n in range(len(self.entries)))]
        if pressed := self._captions_with(lost, sought):
            return Hits((), captions=pressed)
        scores = [(self._scores(number, sought), number) for number in range(len(self.entries))]
        found = [(score, number) for score, number in scores if score[0]]
        most = max((score[0] for score, _ in found), default=0)
        best = sorted((-score[1], number) for score, number in found if score[0] == most)
        entries = tuple(self.entries[number] for _, number in best)
        return Hits(entries, tuple(self._meant(lost)))

    def _captions_with(self, lost: Sequence[str], sought: Sequence[str]) -> tuple[str, ...]:
        """The captions that have all the words no sentence has, those first that have more of the others."""
        ranked = [
            (-sum(self._stands_in(word, caption) for word in sought), len(caption), caption)
            for caption in (self._captions if lost else ())
            if all(self._stands_in(word, caption) for word in lost)
        ]
        return tuple(caption for *_, caption in sorted(ranked))

    def _stands_in(self, word: str, caption: str) -> bool:
        return any(_forms(word) & _forms(other) for other in words_of(caption))

    def _scores(self, number: int, sought: Sequence[str]) -> tuple[int, float]:
        """How many of the words the entry has, and what they count in all."""
        counts = [self._weight(number, word) for word in sought]
        named = NAMED * any(self._is_called(synonym, sought) for synonym in self.entries[number].synonyms)
        return sum(map(bool, counts)), sum(counts) + named + self._familiarity(number)

    @staticmethod
    def _is_called(synonym: str, sought: Sequence[str]) -> bool:
        return [word for word in words_of(synonym) if word not in FUNCTION_WORDS] == sought

    def _familiarity(self, number: int) -> float:
        """Among near equals what is short comes before what is long, and what is said often before what is rare."""
        entry = self.entries[number]
        return 1 / (1 + len(entry.sentence.split())) + FAMILIAR * log10(1 + len(entry.uses))

    def _weight(self, number: int, word: str) -> float:
        forms = _forms(word)
        indexed = self._indexed[number]
        exact = max((indexed[form] for form in forms if form in indexed), default=0.0)
        kin = max((weight for form, weight in indexed.items() if _kin(word, forms, form)), default=0.0)
        return max(exact, kin * KIN)

    def _meant(self, lost: Iterable[str]) -> list[str]:
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
                for form in _forms(word):
                    weights[form] = max(weights.get(form, 0.0), WEIGHTS[field])
        return weights


def words_of(text: str) -> list[str]:
    """Return the words of a text, small, ё as е."""
    return [word.lower().replace("ё", "е") for word in WORD.findall(text)]


def _forms(word: str) -> frozenset[str]:
    from reports.texts.words import (
        lemmas_of,
    )  # here, because most calls look for nothing and need no dictionaries

    return lemmas_of(word) | {word}


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
