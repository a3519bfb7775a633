"""What the second face is asked for, and why it cannot be shown: known before anything of it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SEED = 1
CIRCLES = 8  # of each journal


@dataclass(frozen=True)
class Wishes:
    """What the second face shall be like; `people` is where its people are told."""

    people: Path
    seed: int = SEED
    circles: int = CIRCLES
    everywhere: bool = False  # the other order of screens in the journals' windows too
    defects: tuple[str, ...] = ()  # what the product shall do wrong, by the names of defects


class WishUnfit(ValueError):
    """Nothing like that can be shown; the message is Russian and says what can be."""


class PeopleUntold(OSError):
    """The file of the people cannot be written; the message is Russian."""
