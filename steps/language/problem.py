"""A problem of a feature or a step definition: where it is and what to do about it, in Russian."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """Other words for a part of one line of the file as it stands; lines count from 1, columns from 0."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Mend:
    """What would mend a problem: edits that belong together, and what they do, for whoever is asked.

    `mechanical` says that no scenario changes by it, so that nobody needs to be asked.
    """

    title: str
    edits: tuple[Edit, ...]
    mechanical: bool = False


@dataclass(frozen=True)
class Problem:
    """One unsoundness; `pickles` are the ids of the scenarios it spoils, empty for a whole file.

    `rule` is a code of a rule; `column` counts from 1, 0 is the whole line.
    """

    rule: str
    uri: str
    line: int
    message: str
    pickles: tuple[str, ...] = ()
    column: int = 0
    mend: Mend | None = None

    @property
    def place(self) -> str:
        """The file and the line, as editors and terminals make links of it."""
        return f"{self.uri}:{self.line}"

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
