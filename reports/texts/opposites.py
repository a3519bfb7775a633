"""Words that turn a sentence round: its side, its order, its effect; and conditions put to it or taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reports.texts.words import Form, Token, lemmas_of, tokens_of

# Each line is an axis: to the left and to the right of the stroke are its two ends, as a dictionary has the words.
AXES = """
    правый справа направо вправо / левый слева налево влево
    верхний верх вверху сверху вверх наверху / нижний низ внизу снизу вниз
    до перед прежде / после
    первый / последний
    включить / выключить отключить
    подключить привязать связать / отключить отвязать отсоединить
    открыть / закрыть
    разрешить можно / запретить нельзя
    обязательно обязательный / необязательно необязательный
    внутри / снаружи
    больший / меньший
    раньше / позже
"""
ENDS = {
    word: (axis, end)
    for axis, line in enumerate(AXES.strip().splitlines())
    for end, words in enumerate(line.split("/"))
    for word in words.split()
}
CONDITION = re.compile(r"\b(если|при условии|в случае|кроме|за исключением)\b", re.IGNORECASE)
CONDITION_ENDS = re.compile(r"[,.;:!?—]")


def turned(known: str, here: str) -> tuple[str, str] | None:
    """Return the words of a sentence that are the opposite now, and what they became; None if none is."""
    before, now = _ends(known), _ends(here)
    axes = [axis for axis in before if axis in now and not before[axis].keys() & now[axis].keys()]
    if not axes:
        return None
    was, became = ([word for axis in axes for word in ends[axis].values()] for ends in (before, now))
    return " ".join(was), " ".join(became)


def _ends(text: str) -> dict[int, dict[int, str]]:
    """The words of a text that are an end of an axis, by axis and end; labels are names and turn nothing."""
    found: dict[int, dict[int, str]] = {}
    for token in tokens_of(text):
        names = () if token.form is Form.LABEL else lemmas_of(token.text.lower()) & ENDS.keys()
        for axis, end in (ENDS[name] for name in names):  # «правом» is of «право» too
            found.setdefault(axis, {}).setdefault(end, token.text.lower())
    return found


def conditions_of(text: str) -> list[str]:
    """Return what a sentence says under which condition, each to its comma."""
    return list(_conditions(text))


def _conditions(text: str) -> Iterator[str]:
    for found in CONDITION.finditer(text):
        rest = text[found.start() :]
        end = CONDITION_ENDS.search(rest)
        yield " ".join(rest[: end.start() if end else len(rest)].split())


def put_in(known: Sequence[Token], here: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the stretches of words that were put between those of a known sentence, none of which they replace."""
    before, now = ([token.lemma or token.text for token in tokens] for tokens in (known, here))
    for what, _, _, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what == "insert":
            yield here[first:last]
