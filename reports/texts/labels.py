"""The labels a sentence quotes: in «ёлочки», “лапки”, „лапки“ or straight quotes, one within another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLOSING = {"«": "»", "“": "”", "„": "“”"}
LATIN = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]")
LATIN_WORD = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class Label:
    """A quoted label: its text, and where it stands in the sentence, quotes included."""

    text: str
    start: int
    end: int

    @property
    def mended(self) -> str:
        """The label with Latin letters that stand among Cyrillic ones, and look like them, made Cyrillic."""
        return mended(self.text)


def mended(text: str) -> str:
    """Return a text with Latin letters that stand among Cyrillic ones, and look like them, made Cyrillic."""
    return " ".join(_mended(word) for word in text.split(" "))


def labels_in(text: str) -> tuple[Label, ...]:
    """Find the labels from left to right; of nested ones the outer."""
    return tuple(_labels(text))


def _labels(text: str) -> Iterator[Label]:
    at = 0
    while at < len(text):
        end = _end_of(text, at)
        if end is None:
            at += 1
            continue
        if inside := text[at + 1 : end - 1].strip():
            yield Label(_as_printed(inside), at, end)
        at = end


def _end_of(text: str, start: int) -> int | None:
    """Return where the label that opens at `start` ends, None if none opens there or it is never closed."""
    opening = text[start]
    if opening == '"':
        end = text.find('"', start + 1)
        return end + 1 if end > 0 else None
    if opening not in CLOSING:
        return None
    depth = 0
    for at in range(start, len(text)):
        depth += text[at] == opening
        depth -= text[at] in CLOSING[opening]
        if depth == 0:
            return at + 1
    return None


def _as_printed(inside: str) -> str:
    """Return the label as a screen shows it: a list's own comma or full stop is none of it."""
    return " ".join(inside.split()).rstrip(",;")


def _mended(word: str) -> str:
    if CYRILLIC_WORD.search(word) and LATIN_WORD.search(word):
        mended = word.translate(LATIN)
        return mended if not LATIN_WORD.search(mended) else word
    return word
