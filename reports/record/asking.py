"""A question that is answered by yes or no at the terminal."""

from __future__ import annotations

import sys

YES = ("д", "да", "y", "yes")


def agreed(question: str) -> bool:
    """Ask whoever sits at the terminal; where nobody can answer, or ends the input instead, nobody has agreed."""
    if not sys.stdin.isatty():
        return False
    try:
        return input(f"{question} [д/н] ".lstrip()).strip().casefold() in YES
    except EOFError:  # Ctrl-D
        print()
    except UnicodeDecodeError:  # a terminal that rubs out half a letter
        pass
    return False
