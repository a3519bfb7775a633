"""A question that is answered by yes or no at the terminal."""

from __future__ import annotations

import sys

YES = ("д", "да", "y", "yes")
NO = ("", "н", "нет", "n", "no")


def agreed(question: str) -> bool:
    """Ask whoever sits at the terminal; where nobody can answer, nobody has agreed."""
    if not sys.stdin.isatty():
        return False
    while (said := _typed(f"{question} [д/н] ".lstrip())) not in (*YES, *NO):
        print("Ответьте «да» или «нет».")
    return said in YES


def _typed(prompt: str) -> str:
    """What was typed; the end of all input is no answer to come."""
    try:
        return input(prompt).strip().casefold()
    except EOFError:
        return ""
