"""The marks of a feature: which clauses a step carries out, at which it counts, which steps no instruction names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

DETOUR = "вне инструкции"
_MARK = re.compile(r"\s*#>(.*)")


@dataclass(frozen=True)
class Mark:
    """A mark: its line, the line it counts for, which is the first under it that is no comment, and what it says."""

    line: int
    below: int
    text: str

    @property
    def is_detour(self) -> bool:
        """Whether it says that the step is the test's own, which no instruction could know."""
        return " ".join(self.text.split()) == DETOUR

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of the clauses that it names."""
        return () if self.is_detour else tuple(re.findall(r"[^\s,]+", self.text))


def marks_among(comments: Sequence[dict[str, Any]]) -> list[Mark]:
    """Return the marks among a feature's comments, from top to bottom."""
    texts = {comment["location"]["line"]: comment["text"] for comment in comments}
    found = [(line, match[1]) for line, text in sorted(texts.items()) if (match := _MARK.match(text))]
    below = {line: next(each for each in count(line + 1) if each not in texts) for line, _ in found}
    return [Mark(line, below[line], text) for line, text in found]


def clauses_by_line(comments: Sequence[dict[str, Any]]) -> dict[int, tuple[str, ...]]:
    """Return the clauses by the line of their step; several marks over one step add up."""
    clauses: dict[int, tuple[str, ...]] = {}
    for mark in marks_among(comments):
        if mark.is_detour:
            continue
        clauses[mark.below] = clauses.get(mark.below, ()) + mark.clauses
    return clauses


def detour_lines(comments: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Return the lines of the steps that are marked as the test's own."""
    return frozenset(mark.below for mark in marks_among(comments) if mark.is_detour)


def counts_at(clauses: Sequence[Collection[str]], failed: int, *, is_arrangement: bool) -> int | None:
    """Return the step at whose clauses it counts that a step failed; `clauses` are those of each step in turn.

    Its own; where it has none, those of the next step that has some, for it keeps people from getting there. An
    arrangement of no clause keeps nobody from anything.
    """
    if clauses[failed]:
        return failed
    after = () if is_arrangement else range(failed + 1, len(clauses))
    return next((number for number in after if clauses[number]), None)
