"""Where instructions contradict each other or themselves: both wordings, what the system does, the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.clauses import Clause
from reports.coverage import Finding
from reports.model import Exhibit, Model
from reports.page import Page

PATH = "contradictions.html"


@dataclass(frozen=True)
class Side:
    """One clause of a contradiction."""

    finding: Finding
    instruction: str
    exhibits: list[Exhibit]


def pages(model: Model) -> Iterator[Page]:
    """Yields the page of contradictions, when the lists know of any."""
    groups = [[_side(model, clause) for clause in group] for group in contradictions(model)]
    if groups:
        title = "Где инструкции противоречат друг другу"
        yield Page(PATH, "contradictions.html", title, {"groups": groups}, "Противоречия")


def contradictions(model: Model) -> list[list[Clause]]:
    """Returns the clauses that contradict each other, gathered by what is connected, in the order of the sources."""
    clauses = {clause.id: clause for one in model.instructions.values() for clause in one.clauses}
    groups, seen = [], set[str]()
    for clause in clauses.values():
        if clause.contradicts and clause.id not in seen:
            together = _connected(clause.id, clauses)
            seen |= together
            groups.append([one for one in clauses.values() if one.id in together])
    return groups


def _connected(first: str, clauses: dict[str, Clause]) -> set[str]:
    found, ahead = {first}, [first]
    while ahead:
        fresh = set(clauses[ahead.pop()].contradicts) - found
        found |= fresh
        ahead += fresh
    return found


def _side(model: Model, clause: Clause) -> Side:
    finding = model.findings[clause.id]
    title = next(one.title for one in model.instructions.values() if clause in one.clauses)
    return Side(finding, title, model.exhibits(finding))
