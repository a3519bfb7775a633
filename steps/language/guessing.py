"""Guesses which sentence a step was meant to be that is none, and names what keeps it from being that one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz, process

from steps.language.definition import Definition
from steps.language.quoting import closings
from steps.language.sentence import spelled_out
from steps.language.spelling import SLIPS, blur, mixed_words, with_plain_spaces, with_single_spaces

SIMILAR = 3
ALWAYS_SUSPICIOUS = (with_plain_spaces, with_single_spaces)


@dataclass(frozen=True)
class Guess:
    """The right sentence with the author's own words, if there is one, and what is wrong with the author's."""

    right: str
    slips: str


class Guesser:
    """Knows the sentences that a step may have been meant to be."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        """Know these."""
        self.definitions = definitions

    def meant(self, text: str, step_type: str) -> Guess | None:
        """Return what the step was meant to be, or what is suspicious of it; those of its own keyword come first."""
        ranked = sorted(self.definitions, key=lambda each: not each.serves(step_type))
        for definition in ranked:
            if right := definition.corrected(text):
                return Guess(right, self._slips(text, definition))
        serving = [each for each in ranked if each.serves(step_type)]
        if closed := [
            right for whole in closings(text) for each in serving if (right := each.corrected(whole))
        ]:
            return Guess(min(closed, key=_words_in_quotes), "не закрыта «ёлочка»: нет знака «»»")
        if quoted := [right for each in serving if (right := each.quoted(text))]:
            return Guess(min(quoted, key=_words_in_quotes), "нет «ёлочек» вокруг надписи")
        suspicious = [why for undo, why in SLIPS if undo in ALWAYS_SUSPICIOUS and undo(text) != text]
        if words := mixed_words(text):
            suspicious.append(f"латинские буквы вперемешку с русскими{_named(words)}")
        return Guess("", "; ".join(suspicious)) if suspicious else None

    def nearest(self, text: str, step_type: str) -> list[Definition]:
        """Return the known sentences most like the step, each once and in its likeliest spelling."""
        bare = blur(_bare(text))
        ranked = process.extract(bare, self._bare_spellings, scorer=fuzz.ratio, limit=None)
        best: dict[tuple[str, str], tuple[float, bool, Definition]] = {}
        for _, score, number in ranked:
            definition = self._spelled[number]
            place = (definition.place, self.definitions[self._owners[number]].pattern)
            candidate = (score, definition.serves(step_type), definition)
            if place not in best or candidate[:2] > best[place][:2]:
                best[place] = candidate
        found = sorted(best.values(), key=lambda each: each[:2], reverse=True)
        return [definition for _, _, definition in found[:SIMILAR]]

    def _slips(self, text: str, definition: Definition) -> str:
        needed = [why for undo, why in SLIPS if not definition.nearly_fits(text, _all_but(undo))]
        return f"{'; '.join(needed)}{_named(mixed_words(text))}"

    @cached_property
    def _spelled(self) -> list[Definition]:
        """Every definition with each person its sentence can speak of."""
        return [
            replace(each, pattern=text) for each in self.definitions for text in spelled_out(each.pattern)
        ]

    @cached_property
    def _owners(self) -> list[int]:
        return [n for n, each in enumerate(self.definitions) for _ in spelled_out(each.pattern)]

    @cached_property
    def _bare_spellings(self) -> list[str]:
        return [blur(_bare(each.pattern)) for each in self._spelled]


def _words_in_quotes(sentence: str) -> int:
    """The sentence that leaves least to the quotes says most itself."""
    return sum(len(each) for each in re.findall(r"«([^«»]*)»", sentence))


def _all_but(left_out: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: blur(text, [undo for undo, _ in SLIPS if undo is not left_out])


def _named(words: Sequence[str]) -> str:
    return f" (слово «{words[0]}»)" if words else ""


def _bare(text: str) -> str:
    """A sentence without what stands in its places and quotes: they say nothing about likeness."""
    return re.sub(r"\{[^{}]*\}|(?<=«)[^«»]*(?=»)", "", text)
