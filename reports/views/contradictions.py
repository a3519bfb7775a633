"""Where instructions contradict each other or themselves: both wordings, what the system does, the proof."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.model import Model
from reports.page import Page

PATH = "contradictions.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the page of contradictions, when the lists know of any."""
    if model.contradictions:
        title = "Где инструкции противоречат друг другу"
        yield Page(PATH, "contradictions.html", title, {"contradictions": shown(model)}, "Противоречия")


def shown(model: Model) -> list[dict[str, Any]]:
    """Return the contradictions, each with its sides: what one says, and what became of its clauses."""
    return [
        {
            "contradiction": one,
            "sides": [
                (side.says, [_statement(model, clause) for clause in side.clauses]) for side in one.side
            ],
        }
        for one in model.contradictions
    ]


def _statement(model: Model, clause: str) -> dict[str, Any]:
    finding = model.findings[clause]
    instruction, exhibits = model.instruction_of(clause), model.exhibits(finding)
    return {"finding": finding, "instruction": instruction, "exhibits": exhibits}
