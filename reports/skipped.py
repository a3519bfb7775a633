"""What was left out because the stand lacks something: each reason with the scenarios it kept from running."""

from __future__ import annotations

from dataclasses import dataclass

from reports.record.run import Run, Scenario

UNSAID = "причина не записана"


@dataclass(frozen=True)
class Skipped:
    """A reason in a person's words, and every scenario that was skipped for it."""

    reason: str
    scenarios: tuple[Scenario, ...]


def skipped(run: Run) -> list[Skipped]:
    """Return all reasons, the most frequent first."""
    found: dict[str, list[Scenario]] = {}
    for scenario in run.of("skipped"):
        found.setdefault(scenario.reason.strip() or UNSAID, []).append(scenario)
    reasons = [Skipped(reason, tuple(each)) for reason, each in found.items()]
    return sorted(reasons, key=lambda one: -len(one.scenarios))
