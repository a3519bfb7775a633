"""A feature as it stands in an editor, half-typed or not: its lines, places in it, and changes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_END = re.compile(r"\r\n|\r|\n")
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass(frozen=True, order=True)
class Span:
    """A piece of one line: from `start` to before `end`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Edit:
    """What is to stand in a place instead of what stands there."""

    span: Span
    text: str


@dataclass(frozen=True)
class Text:
    """The text of a file; lines end as editors let them end, and as the reader of features does not."""

    source: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; never none."""
        return _END.split(self.source)

    def line(self, number: int) -> str:
        """Return a line, an empty one where there is none."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def written(self, number: int) -> Span:
        """Return where on a line something is written."""
        line = self.line(number)
        return Span(number, len(line) - len(line.lstrip()), len(line.rstrip()))

    @property
    def has_lone_returns(self) -> bool:
        """Whether lines end as on an old Macintosh, which is an end to editors and none to the reader of features."""
        return "\r" in self.source.replace("\r\n", "")

    @property
    def normal(self) -> str:
        """The text with all line ends alike, for the reader of features: the numbers of the lines stay."""
        return "\n".join(self.lines)


def units(text: str, encoding: str = "utf-16") -> int:
    """Return how long a text is in the units that an editor counts in: in UTF-16 an emoji is two."""
    name, size = _UNITS[encoding]
    return len(text.encode(name, "surrogatepass")) // size


def letters(line: str, position: int, encoding: str = "utf-16") -> int:
    """Return how many letters of the line stand before a position that is counted in such units."""
    passed = 0
    for number, letter in enumerate(line):
        if passed >= position:
            return number
        passed += units(letter, encoding)
    return len(line)
