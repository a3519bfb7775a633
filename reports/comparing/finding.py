"""What a comparison finds, as frozen values; how they are told is for the table and the page."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING = "—"


@dataclass(frozen=True)
class Promise:
    """What an instruction says of a caption: the clauses that name it, and whether the source itself prints it."""

    clauses: tuple[str, ...] = ()
    printed: bool = False


@dataclass(frozen=True)
class Reworded:
    """A caption that is another there than in the simulator.

    `key` is where the simulator's words stand, `on` the screens, by their names in the simulator. The `promise` is that
    of the simulator's words, or, where no instruction prints those, of the words that were seen: then it is `kept`.
    """

    kind: str
    shown: str
    seen: str
    key: str
    on: tuple[str, ...]
    promise: Promise = Promise()
    kept: bool = False

    @property
    def instruction(self) -> str:
        """What the instruction says; empty where it says nothing of it."""
        if not self.promise.printed:
            return ""
        return self.seen if self.kept else self.shown


@dataclass(frozen=True)
class Lacking:
    """A caption that the simulator has on these screens and nobody saw there."""

    kind: str
    shown: str
    key: str
    on: tuple[str, ...]
    promise: Promise = Promise()


@dataclass(frozen=True)
class Unknown:
    """A caption that was seen on these screens and the simulator has not."""

    kind: str
    seen: str
    on: tuple[str, ...]


@dataclass(frozen=True)
class MissingScreen:
    """A screen of the way that did not come; `promised` are the clauses that name something of it."""

    title: str
    system: str
    promised: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExtraScreen:
    """A screen that came and is none of the way; `elsewhere`: it is one of the simulator's. `at`: when it came."""

    title: str
    system: str
    elsewhere: bool
    at: int


@dataclass(frozen=True)
class Moved:
    """A screen that came on the other side of another one than in the simulator; `earlier` says to which side."""

    title: str
    other: str
    earlier: bool


@dataclass(frozen=True)
class MovedField:
    """A field that stands on the other side of another one than in the simulator; `on` is the screen."""

    caption: str
    other: str
    earlier: bool
    on: str


@dataclass(frozen=True)
class Assumption:
    """A guess of the simulator's: what is guessed, what was seen, and whether that is the same."""

    key: str
    guessed: str
    seen: str
    right: bool


Finding = Reworded | Lacking | Unknown | MissingScreen | ExtraScreen | Moved | MovedField


@dataclass(frozen=True)
class Comparison:
    """Everything that differs, and what is known now of the guesses. `unseen` guesses nobody came to."""

    journal: str
    journal_name: str
    way: str
    screens: int
    reworded: tuple[Reworded, ...]
    missing: tuple[MissingScreen, ...]
    extra: tuple[ExtraScreen, ...]
    moved: tuple[Moved, ...]
    fields: tuple[MovedField, ...]
    lacking: tuple[Lacking, ...]
    unknown: tuple[Unknown, ...]
    assumptions: tuple[Assumption, ...]
    unseen: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All differences: screens, their order, wording, the rest."""
        return (
            *self.missing,
            *self.extra,
            *self.moved,
            *self.fields,
            *self.reworded,
            *self.lacking,
            *self.unknown,
        )

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.findings
