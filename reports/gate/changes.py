"""What differs from the release before: scenarios that ended otherwise, came or went, and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.coverage import Finding, Lack, Verdict, findings
from reports.gate.inputs import Inputs
from reports.record.run import Run, Scenario
from reports.record.status import ENDED_BADLY


@dataclass(frozen=True)
class Changes:
    """Scenarios by what became of them since, and clauses whose verdict is another: id, before, now.

    What was not chosen is neither gone nor new, and says nothing of a clause.
    """

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
    earlier, later = inputs.baseline, inputs.run
    before = {one.place.identity: one for one in earlier.scenarios}
    now = {one.place.identity: one for one in later.scenarios}
    both = [(before[name], now[name]) for name in now if name in before]
    return Changes(
        worse=tuple(new for old, new in both if _is_bad(new) and not _is_bad(old)),
        better=tuple(new for old, new in both if _is_bad(old) and new.status == "passed"),
        skipped=tuple(new for old, new in both if new.status == "skipped" != old.status),
        new=tuple(
            one for name, one in now.items() if name not in before and not earlier.is_left_out(one.place)
        ),
        gone=tuple(
            one for name, one in before.items() if name not in now and not later.is_left_out(one.place)
        ),
        clauses=tuple(_clauses(earlier, inputs)),
    )


def _is_bad(scenario: Scenario) -> bool:
    return scenario.status in ENDED_BADLY


def _clauses(earlier: Run, inputs: Inputs) -> Iterator[tuple[str, Verdict, Verdict]]:
    old = findings(earlier, inputs.instructions)
    for name, now in inputs.clauses.items():
        if _was_looked_at(now) and _was_looked_at(old[name]) and old[name].verdict is not now.verdict:
            yield name, old[name].verdict, now.verdict


def _was_looked_at(finding: Finding) -> bool:
    return finding.lack is not Lack.NOT_CHOSEN
