"""What a recording consists of: steps, and what was done and could not be said."""

from __future__ import annotations

from dataclasses import dataclass, field

GIVEN, WHEN, THEN = "Context", "Action", "Outcome"  # Gherkin's names for what a keyword means
KEYWORDS = {GIVEN: "Дано", WHEN: "Когда", THEN: "Тогда"}


@dataclass(frozen=True)
class Step:
    """A step of the scenario: what its keyword means, its text, and the rows of the table under it.

    `quoted` is what it quotes and must be read back whole.
    """

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    quoted: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{KEYWORDS[self.kind]} {self.text}{_in_cells(self.rows)}"


@dataclass(frozen=True)
class Unsaid:
    """Something that was done, and why no step says so; the scenario lacks it."""

    done: str
    why: str

    def __str__(self) -> str:
        return f"Не записано: {self.done} — {self.why}"


@dataclass(frozen=True)
class Doubt:
    """Something about the step before it that may be otherwise when the scenario is run."""

    words: str

    def __str__(self) -> str:
        return f"Проверьте: {self.words}"


Entry = Step | Unsaid | Doubt


def _in_cells(rows: tuple[tuple[str, ...], ...]) -> str:
    return "".join(f" | {' | '.join(row)} |" for row in rows)
