"""«Ёлочки»: what may stand inside them, and which other marks are read as them."""

from __future__ import annotations

import re
from functools import cache

DEPTH = 3  # of «ёлочки» within the outer ones: «Чат «5 «А»»»


def _quotable(depth: int) -> str:
    return rf"[^«»]*(?:«{_quotable(depth - 1)}»[^«»]*)*" if depth else "[^«»]*"


QUOTABLE = _quotable(DEPTH)
OUTER = re.compile(rf"«{QUOTABLE}»|„([^„“”]*)[“”]|“([^“”]*)”")


STRAIGHT = re.compile(rf"«{QUOTABLE}»|\"([^\"«»]*)\"|'([^'«»]*)'")


@cache
def guillemets(text: str) -> str:
    """Write “лапки” and „лапки“ as «ёлочки»; those within «ёлочки» belong to the label."""
    return OUTER.sub(_in_guillemets, text)


def without_straight_quotes(text: str) -> str:
    """Write "straight" quotes as «ёлочки»; those within «ёлочки» belong to the label."""
    return STRAIGHT.sub(_in_guillemets, text)


def _in_guillemets(found: re.Match[str]) -> str:
    return found[0] if found[0][0] == "«" else f"«{found[1] or found[2] or ''}»"


def closings(text: str) -> list[str]:
    """Return the text with its last «ёлочка», if that is left open, closed after each of the words that follow it."""
    opened = [found.start() for found in re.finditer("«", OUTER.sub(_blanked, text))]
    if not opened and text.count('"') == 1:
        return closings(text.replace('"', "«"))
    ends = [found.end() for found in re.finditer(r"\S+", text) if opened and found.end() > opened[-1] + 1]
    return [f"{text[:end]}»{text[end:]}" for end in ends]


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])
