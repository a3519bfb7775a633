"""«Ёлочки»: what may stand inside them, and which other marks are read as them."""

from __future__ import annotations

import re
from functools import cache

DEPTH = 3  # of «ёлочки» within the outer ones: «Чат «5 «А»»»


def _quotable(depth: int) -> str:
    return rf"[^«»]*(?:«{_quotable(depth - 1)}»[^«»]*)*" if depth else "[^«»]*"


QUOTABLE = _quotable(DEPTH)
OUTER = re.compile(rf"«{QUOTABLE}»|„([^„“”]*)[“”]|“([^“”]*)”")


@cache
def guillemets(text: str) -> str:
    """Write “лапки” and „лапки“ as «ёлочки»; those within «ёлочки» belong to the label."""
    return OUTER.sub(
        lambda found: found[0] if found[0][0] == "«" else f"«{found[1] or found[2] or ''}»", text
    )


STRAIGHT = re.compile(rf"«{QUOTABLE}»|\"([^\"«»]*)\"|'([^'«»]*)'")


def without_straight_quotes(text: str) -> str:
    """Write "straight" quotes as «ёлочки»; those within «ёлочки» belong to the label."""
    return STRAIGHT.sub(
        lambda found: found[0] if found[0][0] == "«" else f"«{found[1] or found[2] or ''}»", text
    )
