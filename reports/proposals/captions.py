"""Captions that a run found changed: what was expected, what stands there, and which steps and clauses say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.record.facts import Difference
from reports.record.run import Run, Scenario, Step

# A heading that is another may as well be another screen: that is no caption to be changed.
OF_CAPTIONS = ("button", "field", "text")


@dataclass(frozen=True)
class Said:
    """Where a caption is written: a step's line, or its row's where the step takes it from there."""

    uri: str
    line: int
    row: int
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedCaption:
    """A caption that is another now, and every place that a failed step says it in."""

    old: str
    new: str
    places: tuple[Said, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that the failed steps carry out."""
        return tuple(dict.fromkeys(name for place in self.places for name in place.clauses))


def changed_captions(run: Run) -> list[ChangedCaption]:
    """Return the captions that failed steps found changed, in the order of the run."""
    found: dict[tuple[str, str], dict[Said, None]] = {}
    for one in run.scenarios:
        for step in one.steps:
            for difference in _differences(step):
                pair = difference.expected, difference.nearest or ""
                found.setdefault(pair, {})[_said(one, step)] = None
    return [ChangedCaption(*pair, tuple(places)) for pair, places in found.items()]


def _differences(step: Step) -> Iterator[Difference]:
    """Yield what a failed step found; one that nothing resembles proposes nothing."""
    if step.status == "failed":
        for difference in step.facts(Difference)[-1:]:
            if difference.kind in OF_CAPTIONS and difference.expected and difference.nearest:
                yield difference


def _said(scenario: Scenario, step: Step) -> Said:
    return Said(scenario.place.uri, step.line, scenario.place.line, step.clauses)
