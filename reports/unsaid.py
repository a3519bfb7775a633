"""What an instruction does not say: actions on its way that carry out none of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.record.clauses import Instruction
from reports.record.run import Run, Step
from reports.screen_map.ways import MapWay, written_ways


@dataclass(frozen=True)
class UnsaidAction:
    """An action that no sentence names, the clause that the way has just carried out, and the next of the document."""

    step: Step
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class UnsaidOfWay:
    """A way through an instruction with what its sentences leave out."""

    way: MapWay
    actions: tuple[UnsaidAction, ...]


@dataclass(frozen=True)
class Unsaid:
    """All that is unsaid in the ways whose scenarios the run had; `uncounted` are those that it had none of."""

    ways: tuple[UnsaidOfWay, ...]
    uncounted: int = 0

    @property
    def number(self) -> int:
        """How many actions there are that no sentence names."""
        return sum(len(one.actions) for one in self.ways)


def unsaid(run: Run, instructions: Mapping[str, Instruction]) -> Unsaid:
    """Return the ways that leave something unsaid; what is marked as the test's own is not counted.

    It is read off what is written: whether a scenario passed says nothing of what its instruction leaves out.
    """
    found, uncounted = written_ways(run, instructions)
    told = (UnsaidOfWay(way, tuple(_actions(way))) for way in found)
    return Unsaid(tuple(one for one in told if one.actions), uncounted)


def _actions(way: MapWay) -> Iterator[UnsaidAction]:
    own = {clause.id: place for place, clause in enumerate(way.instruction.clauses)}
    before = ""
    for number, step in enumerate(way.scenario.steps):
        before = next((name for name in reversed(step.clauses) if name in own), before)
        if step.kind == "Action" and not step.clauses and not step.detour:
            yield UnsaidAction(step, before, _next(way, own, before, number))


def _next(way: MapWay, own: Mapping[str, int], before: str, number: int) -> str:
    """Return the clause that stands next in the document; before the first one, the one the way comes to next."""
    if before:
        return next((name for name, place in own.items() if place == own[before] + 1), "")
    later = (name for step in way.scenario.steps[number:] for name in step.clauses if name in own)
    return next(later, "")
