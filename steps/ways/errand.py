"""A whole way as data: where it begins, what is filled in and pressed, and how each screen on it is answered.

`walking` goes it on the screens, `arranging` by the stand, and `carrying` chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Code(Enum):
    """A code that has come to whoever acts, by where it is read."""

    SMS = "sms"
    LETTER = "letter"
    APP = "app"


@dataclass(frozen=True)
class Filled:
    """What is typed into a field; of several labels the screen has one. `chosen` from a list instead of typed."""

    labels: tuple[str, ...]
    value: str | Code
    chosen: bool = False


@dataclass(frozen=True)
class Move:
    """What is filled in and then pressed; `on` is the heading of the screen that must be in front."""

    press: str
    filled: tuple[Filled, ...] = ()
    on: str = ""


@dataclass(frozen=True)
class Errand:
    """Where one goes, if not on from where one is; moves one after the other; then the answer to each screen.

    The answers are by the screens' headings and end at `until`, or at a screen without one; `end` is the heading that
    must be in front then. Who `stays` is on one site, and what happens after it is for eyes only.
    """

    open: str = ""
    moves: tuple[Move, ...] = ()
    answers: Mapping[str, Move] = field(default_factory=dict)
    until: str = ""
    end: str = ""
    stays: bool = False
    answered: tuple[str, ...] = ()

    def after(self, moves: int, answered: list[str]) -> Errand:
        """What is left of it when so many moves are made and these screens answered."""
        return replace(self, open="", moves=self.moves[moves:], answered=(*self.answered, *answered))


def filled(label: str, value: str | Code) -> Filled:
    """Type this into the field of that label."""
    return Filled((label,), value)


def move(press: str, *fields: Filled, on: str = "") -> Move:
    """Fill these in, then press."""
    return Move(press, fields, on)
