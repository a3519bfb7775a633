"""A share of so many runs, and its probable bounds: Wilson's interval, which is sound for few runs too."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

CERTAINTY = 95  # percent
_Z = 1.959963984540054  # of the normal distribution, for that certainty


@dataclass(frozen=True)
class Rate:
    """How many of so many, at least one."""

    hits: int
    runs: int

    @property
    def share(self) -> float:
        """The share that was seen, from 0 to 1."""
        return self.hits / self.runs

    @property
    def bounds(self) -> tuple[float, float]:
        """Between what the true share lies, with the certainty above."""
        share, runs, square = self.share, self.runs, _Z * _Z
        middle = (share + square / (2 * runs)) / (1 + square / runs)
        spread = _Z * sqrt(share * (1 - share) / runs + square / (4 * runs * runs)) / (1 + square / runs)
        return max(0.0, middle - spread), min(1.0, middle + spread)


def unseen(runs: int) -> float:
    """Return up to which share a scenario may fail that passed in all of so many runs."""
    return Rate(0, runs).bounds[1]


def needed(share: float) -> int:
    """Return in how many runs a scenario must pass before it is known to fail more seldom than this."""
    square = _Z * _Z
    return ceil(square * (1 - share) / share)
