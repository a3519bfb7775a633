"""Names in a sentence: the first of them, and how many more there are."""

from collections.abc import Sequence


def first_of(names: Sequence[str], at_most: int) -> str:
    """Return so many names, and in words how many were left out: «a, b и ещё 3»."""
    left = len(names) - at_most
    return f"{', '.join(names[:at_most])}{f' и ещё {left}' if left > 0 else ''}"
