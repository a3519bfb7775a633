"""Names in a sentence: all of them, or the first and how many more there are."""

from collections.abc import Sequence


def first_of(names: Sequence[str], at_most: int) -> str:
    """Return so many names, and in words how many were left out: «a, b и ещё 3»."""
    left = len(names) - at_most
    return f"{', '.join(names[:at_most])}{f' и ещё {left}' if left > 0 else ''}"


def listed(names: Sequence[str]) -> str:
    """Return all of them as a sentence lists them: «a, b и c»."""
    return " и ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
