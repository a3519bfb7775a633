"""What differs from the release before: scenarios that ended otherwise, came or went, and clauses."""

from __future__ import annotations

from dataclasses import dataclass

from reports.coverage import Verdict, findings
from reports.gate.inputs import Inputs
from reports.record.run import Scenario
from reports.record.status import ENDED_BADLY


@dataclass(frozen=True)
class Changes:
    """Scenarios by what became of them since, and clauses whose verdict is another: id, before, now."""

    worse: tuple[Scenario, ...] = ()
    better: tuple[Scenario, ...] = ()
    skipped: tuple[Scenario, ...] = ()
    new: tuple[Scenario, ...] = ()
    gone: tuple[Scenario, ...] = ()
    clauses: tuple[tuple[str, Verdict, Verdict], ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        return not (self.worse or self.better or self.skipped or self.new or self.gone or self.clauses)


def changes_since(inputs: Inputs) -> Changes | None:
    """Return what differs from the baseline; None without one."""
    if inputs.baseline is None:
        return None
    before = {one.place.identity: one for one in inputs.baseline.scenarios}
    now = {one.place.identity: one for one in inputs.run.scenarios}
    both = [(before[name], now[name]) for name in now if name in before]
    return Changes(
        worse=tuple(new for old, new in both if _is_bad(new) and not _is_bad(old)),
        better=tuple(new for old, new in both if _is_bad(old) and new.status == "passed"),
        skipped=tuple(new for old, new in both if new.status == "skipped" != old.status),
        new=tuple(one for name, one in now.items() if name not in before),
        gone=tuple(one for name, one in before.items() if name not in now),
        clauses=tuple(_clauses(inputs)),
    )


def _is_bad(scenario: Scenario) -> bool:
    return scenario.status in ENDED_BADLY


def _clauses(inputs: Inputs) -> list[tuple[str, Verdict, Verdict]]:
    assert inputs.baseline is not None
    old = findings(inputs.baseline, inputs.instructions)
    pairs = ((name, old[name].verdict, one.verdict) for name, one in inputs.clauses.items())
    return [(name, was, now) for name, was, now in pairs if was is not now]
