"""The ways an instruction leads a person: for each of its variants, the scenario that follows it most closely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.record.clauses import Instruction
from reports.record.run import Run, Scenario
from reports.sections import VARIANT


@dataclass(frozen=True)
class MapWay:
    """A variant of an instruction, or the instruction itself when it has none, and the scenario that goes it.

    `number` counts the ways of one instruction from 1: it stands beside the colour, which not everybody sees.
    """

    instruction: Instruction
    number: int
    title: str
    scenario: Scenario

    @property
    def complete(self) -> bool:
        """Whether the scenario got to its end."""
        return self.scenario.status == "passed"


def ways(run: Run, instructions: Mapping[str, Instruction]) -> list[MapWay]:
    """Return the ways that some scenario of the run went, in the order of the instructions.

    A variant is gone by the scenario whose passed steps carry out the most of its clauses, the first of equals:
    errors on the way are told by other scenarios, and would only blur it.
    """
    return [way for instruction in instructions.values() for way in _of(run, instruction)]


def written_ways(run: Run, instructions: Mapping[str, Instruction]) -> tuple[list[MapWay], int]:
    """Return the ways as they are written, whatever became of them, and of how many this run had no scenario.

    A variant that a scenario left out of a partial run follows more closely is not judged by another one.
    """
    found, missing = list[MapWay](), 0
    for instruction in instructions.values():
        for number, (title, clauses) in enumerate(_variants(instruction), 1):
            scenario = max(run.scenarios, key=lambda one: len(_written(one) & clauses), default=None)
            here = len(_written(scenario) & clauses) if scenario else 0
            carried = [*(one.clauses for one in run.left_out), *(one.clauses for one in run.unread)]
            if max((len(clauses.intersection(one)) for one in carried), default=0) > here:
                missing += 1
            elif scenario is not None and here:
                found.append(MapWay(instruction, number, title, scenario))
    return found, missing


def _written(scenario: Scenario) -> frozenset[str]:
    return frozenset(clause for step in scenario.steps for clause in step.clauses)


def _of(run: Run, instruction: Instruction) -> list[MapWay]:
    found: list[MapWay] = []
    for title, clauses in _variants(instruction):
        scenario = max(run.scenarios, key=lambda one: _carried(one, clauses), default=None)
        if scenario is not None and _carried(scenario, clauses):
            found.append(MapWay(instruction, len(found) + 1, title, scenario))
    return found


def _variants(instruction: Instruction) -> Iterable[tuple[str, frozenset[str]]]:
    """Yield each variant with its clauses; an instruction without variants is one way."""
    groups: dict[str, set[str]] = {}
    for clause in instruction.clauses:
        if VARIANT.fullmatch(clause.group):
            groups.setdefault(clause.group, set()).add(clause.id)
    for group, clauses in groups.items():
        yield instruction.sections.get(group, group), frozenset(clauses)
    if not groups:
        yield instruction.title, frozenset(clause.id for clause in instruction.clauses)


def _carried(scenario: Scenario, clauses: frozenset[str]) -> int:
    done = {clause for step in scenario.steps if step.status == "passed" for clause in step.clauses}
    return len(done & clauses)
