"""What screens tell only to the eye: each thing that strict eyes would not have found, and where it was met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.record.facts import EyesTold
from reports.record.run import Run, Scenario


@dataclass(frozen=True)
class Remark:
    """A sentence about a screen; how often it was made, and the scenario that met it first."""

    line: str
    screen: str
    system: str
    times: int
    first: Scenario


def remarks(run: Run) -> list[Remark]:
    """Return them, those of one screen together, in the order in which they were first met."""
    met: dict[tuple[str, str, str], list[Scenario]] = {}
    for key, scenario in _told(run):
        met.setdefault(key, []).append(scenario)
    screens = list(dict.fromkeys(key[:2] for key in met))
    found = [Remark(line, screen, system, len(by), by[0]) for (system, screen, line), by in met.items()]
    return sorted(found, key=lambda one: screens.index((one.system, one.screen)))


def _told(run: Run) -> Iterator[tuple[tuple[str, str, str], Scenario]]:
    for scenario in run.scenarios:
        for told in scenario.facts(EyesTold):
            for line in told.lines:
                yield (told.system, told.screen, line), scenario
