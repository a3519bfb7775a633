"""Where instructions contradict each other or themselves: both wordings, what the system does, the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.coverage import Finding
from reports.instructions.clauses import Instruction
from reports.instructions.contradictions import Contradiction
from reports.model import Exhibit, Model
from reports.page import Page

PATH = "contradictions.html"


@dataclass(frozen=True)
class Statement:
    """A clause of one side, with what became of it."""

    finding: Finding
    instruction: Instruction
    exhibits: list[Exhibit]


@dataclass(frozen=True)
class Shown:
    """A contradiction with the clauses of its sides; each side begins with what it says."""

    contradiction: Contradiction
    sides: list[tuple[str, list[Statement]]]


def pages(model: Model) -> Iterator[Page]:
    """Yields the page of contradictions, when the lists know of any."""
    if model.contradictions:
        title = "Где инструкции противоречат друг другу"
        yield Page(PATH, "contradictions.html", title, {"contradictions": shown(model)}, "Противоречия")


def shown(model: Model) -> list[Shown]:
    """Returns the contradictions as they are to be shown."""
    return [
        Shown(one, [(side.says, [_statement(model, clause) for clause in side.clauses]) for side in one.side])
        for one in model.contradictions
    ]


def _statement(model: Model, clause: str) -> Statement:
    finding = model.findings[clause]
    return Statement(finding, model.instruction_of(clause), model.exhibits(finding))
