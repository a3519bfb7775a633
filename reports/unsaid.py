"""What an instruction does not say: actions on its way that carry out none of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.record.clauses import Instruction
from reports.record.run import Run, Step
from reports.screen_map.ways import MapWay, ways


@dataclass(frozen=True)
class UnsaidAction:
    """An action that no sentence names, and the clauses that the way carries out just before and after it."""

    step: Step
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class UnsaidOfWay:
    """A way through an instruction with what its sentences leave out."""

    way: MapWay
    actions: tuple[UnsaidAction, ...]


def unsaid(run: Run, instructions: Mapping[str, Instruction]) -> list[UnsaidOfWay]:
    """Return the ways that leave something unsaid; what is marked as the test's own is not counted."""
    found = (UnsaidOfWay(way, tuple(_actions(way))) for way in ways(run, instructions))
    return [one for one in found if one.actions]


def _actions(way: MapWay) -> Iterator[UnsaidAction]:
    steps = way.scenario.steps
    for number, step in enumerate(steps):
        if step.kind == "Action" and not step.clauses and not step.detour:
            before = next((one.clauses[-1] for one in reversed(steps[:number]) if one.clauses), "")
            after = next((one.clauses[0] for one in steps[number + 1 :] if one.clauses), "")
            yield UnsaidAction(step, before, after)
