"""A Latin letter among Russian ones inside a label: no screen has such a label, and nobody sees why."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.binding import Bound, BoundStep
from steps.language.examples import PLACEHOLDER
from steps.language.kinds import KINDS
from steps.language.problem import Edit, Mend, Problem
from steps.language.spelling import in_cyrillic, mixed_words

LABELS = tuple(KINDS[name] for name in ("Label", "Screen", "Field", "Chat"))


def find(bound: Bound) -> Iterator[Problem]:
    """Yield the labels with words of both alphabets; what is typed into a field may be anything."""
    for step in bound.steps:
        for kind, text in step.places:
            if any(kind is label for label in LABELS):
                yield from (
                    _problem(bound, step, word)
                    for word in mixed_words(PLACEHOLDER.sub("", text))
                    if _russian(word)
                )


def _russian(word: str) -> bool:
    return not mixed_words(in_cyrillic(word))


def _problem(bound: Bound, step: BoundStep, word: str) -> Problem:
    latin = [letter for letter in word if letter.isascii() and letter.isalpha()]
    message = (
        f"в слове «{word}» латинские буквы ({', '.join(latin)}), похожие на русские: "
        f"такой надписи нет ни на одном экране. Нужно: «{in_cyrillic(word)}»."
    )
    line, column = _place(bound, step, word)
    title = f"Написать «{in_cyrillic(word)}» русскими буквами"
    mend = Mend(title, (Edit(line, column, column + len(word), in_cyrillic(word)),))
    pickles = tuple(key for key, steps in bound.by_pickle.items() if step in steps)
    return Problem("latin_label", bound.document.uri, line, message, pickles, column + 1, mend)


def _place(bound: Bound, step: BoundStep, word: str) -> tuple[int, int]:
    """Where the word is written: in the step, under it, or in the row that it came from."""
    lines = bound.document.lines
    for number in (*range(step.line, len(lines) + 1), *range(1, step.line)):
        if (column := lines[number - 1].find(word)) >= 0:
            return number, column
    return step.line, 0
