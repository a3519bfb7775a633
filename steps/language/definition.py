"""A step definition as whoever matches, lists or guesses sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fixtures.conduct.deeds import Deed
from steps.language.sentence import in_words

KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}
KEYWORDS = {"given": "Дано", "when": "Когда", "then": "Тогда"}


@dataclass(frozen=True)
class Definition:
    """A step definition as a reader of features sees it: its sentence and where it stands."""

    kind: str | None
    pattern: str
    place: str
    is_async: bool
    fits: Callable[[str], bool]
    nearly_fits: Callable[[str, Callable[[str], str]], bool]
    context: Any  # pytest-bdd's own description, for the execution
    takes: frozenset[str] = (
        frozenset()
    )  # what it reads of what stands under a step, by the names of `ATTACHED`
    needs: frozenset[str] = frozenset()  # what of it must be there
    misfit: Callable[[Sequence[Sequence[str]]], str | None] = lambda _: None  # what of a table it cannot read
    refuses: Callable[[str], str | None] = lambda _: None  # why a text that fits cannot be meant
    corrected: Callable[[str], str | None] = lambda _: None  # a text that it nearly fits, as it should be
    quoted: Callable[[str], str | None] = lambda _: None  # a text that lacks nothing but quotes, with them
    does: frozenset[Deed] = frozenset()  # what it may do to the system, as it declares

    def serves(self, step_type: str) -> bool:
        """Say whether the definition is for steps of this type of keyword."""
        return self.kind is None or self.kind == KINDS.get(step_type)

    @property
    def in_words(self) -> str:
        """Its sentence with the keyword, as an author writes it."""
        return f"{KEYWORDS.get(self.kind or '', '*')} {in_words(self.pattern)}"

    def __str__(self) -> str:
        return f"{self.in_words} ({self.place})"
