"""A question that is answered by yes or no at the terminal."""

from __future__ import annotations

import sys

YES = ("д", "да", "y", "yes")


def agreed(question: str) -> bool:
    """Ask whoever sits at the terminal; where nobody can answer, nobody has agreed."""
    return sys.stdin.isatty() and input(f"{question} [д/н] ".lstrip()).strip().casefold() in YES
