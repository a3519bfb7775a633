"""A source as a row of sentences, each with its fingerprint. How a text is set does not count, what it says does."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LENGTH = 8  # hexadecimal digits of a fingerprint: enough for some hundred sentences, short enough to read

# Markup that comes from the conversion of a document, and what is left of it.
MARKUP = (
    (re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]"), ""),
    (re.compile(r"\[bookmark:[^\]\n]*\]"), ""),
    (re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"\\([\\$#*_\"'])"), r"\1"),
)
# What opens a line of its own: a heading, a mark of a list, the number of a step or of a picture.
OPENING = re.compile(r"(?:#+|[-•!]|\d+[.)]|Шаг \d+\.|Рисунок \d+\.)\s+")
# Between sentences. «Ф. И. О.» and «рис. 5» are none.
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\b[А-ЯЁ]\.)(?<!рис\.)\s+(?=[«“\"(]?[A-ZА-ЯЁ0-9])")
FIGURE = re.compile(r"\s*\(рис\.\s*\d+\)")
SAME = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True)
class SourceSentence:
    """One sentence of a source: its number, counted from 1, and its words as one line."""

    number: int
    text: str

    @property
    def fingerprint(self) -> str:
        """Return what changes with the words, but not with quotes, dashes, spaces or the numbers of pictures."""
        return hashlib.sha256(FIGURE.sub("", self.text).translate(SAME).encode()).hexdigest()[:LENGTH]


def sentences_of(text: str) -> tuple[SourceSentence, ...]:
    """Take a source apart; the same text always gives the same sentences."""
    parts = (part for block in _blocks(_plain(text)) for part in SENTENCE_END.split(block))
    return tuple(SourceSentence(number, part) for number, part in enumerate(filter(None, parts), 1))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    for markup, rest in MARKUP:
        text = markup.sub(rest, text)
    return text


def _blocks(text: str) -> Iterator[str]:
    """Join what was broken into lines: a block ends at an empty line and where a line opens another one."""
    block: list[str] = []
    for line in [" ".join(line.split()) for line in text.splitlines()] + [""]:
        opening = OPENING.match(f"{line} ")
        if block and (opening or not line):
            yield " ".join(block)
            block = []
        rest = line[opening.end() :] if opening else line
        if rest:
            block.append(rest)
