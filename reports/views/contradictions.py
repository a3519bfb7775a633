"""Where instructions contradict each other or themselves: by weight, both wordings, what the system does, the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reports.coverage import Finding
from reports.instructions.contradictions import Contradiction
from reports.model import Exhibit, Model
from reports.page import Page
from reports.record.clauses import Instruction

PATH = "contradictions.html"
# What stands over the contradictions of each weight.
HEADINGS = {
    "путь": "Человек пойдёт другим путём или получит другое",
    "название": "Одно и то же названо по-разному",
    "написание": "Разница в буквах и знаках",
}


@dataclass(frozen=True)
class Statement:
    """A clause on one side of a contradiction, what became of it, and what there is to show of it."""

    finding: Finding
    instruction: Instruction
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True)
class Dispute:
    """A contradiction with its number in this report, and its sides: what one says, and its clauses."""

    number: int
    contradiction: Contradiction
    sides: tuple[tuple[str, tuple[Statement, ...]], ...]


def pages(model: Model) -> Iterator[Page]:
    """Yield the page of contradictions, when the lists know of any."""
    if model.contradictions:
        title = "Где инструкции противоречат друг другу"
        yield Page(PATH, "contradictions.html", title, {"contradictions": shown(model)}, "Противоречия")


def shown(model: Model) -> list[tuple[str, list[Dispute]]]:
    """Return the contradictions under the headings of their weights, the weightiest first."""
    disputes = (_dispute(model, number, one) for number, one in enumerate(model.contradictions, 1))
    weighed = groupby(disputes, key=lambda one: one.contradiction.weight)
    return [(HEADINGS[weight], list(each)) for weight, each in weighed]


def _dispute(model: Model, number: int, one: Contradiction) -> Dispute:
    sides = ((side.says, tuple(_statement(model, clause) for clause in side.clauses)) for side in one.side)
    return Dispute(number, one, tuple(sides))


def _statement(model: Model, clause: str) -> Statement:
    finding = model.findings[clause]
    return Statement(finding, model.instruction_of(clause), tuple(model.exhibits(finding)))
