"""What past runs tell of each scenario: how often it was carried out, did not pass, and flickered within one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.flakes.rate import Rate
from reports.record.facts import RepeatTold
from reports.record.run import Run, Scenario
from reports.record.stored import RecordUnreadable, read_record
from reports.shards.reading import read_part

_BAD = ("failed", "broken", "unstable")


@dataclass(frozen=True)
class History:
    """A scenario over past runs; `flickered` is in how many of them it ended now so, now otherwise by itself."""

    uri: str
    line: int
    title: str
    runs: int
    bad: int
    flickered: int

    @property
    def place(self) -> str:
        """Where it stands, as an editor takes it."""
        return f"{self.uri}:{self.line}"

    @property
    def rate(self) -> Rate:
        """How often it did not pass at the first try."""
        return Rate(self.bad, self.runs)

    @property
    def is_flaky(self) -> bool:
        """Whether it was seen to end in both ways; what never passes is no flake."""
        return self.flickered > 0 or 0 < self.bad < self.runs


@dataclass
class _Tally:
    last: Scenario
    runs: int = 0
    bad: int = 0
    flickered: int = 0


@dataclass(frozen=True)
class Histories:
    """All scenarios that were carried out at least once in so many runs, the worst first."""

    runs: int
    all: tuple[History, ...] = field(repr=False)

    @property
    def flaky(self) -> tuple[History, ...]:
        """Those that were seen to end in both ways."""
        return tuple(one for one in self.all if one.is_flaky)

    @property
    def never_passed(self) -> tuple[History, ...]:
        """Those that did not pass in any run, and never flickered."""
        return tuple(one for one in self.all if one.bad == one.runs and not one.flickered)


def read_runs(folders: Sequence[Path]) -> list[Run]:
    """Read the runs in these folders; raise RecordUnreadable, also for one run that is given twice."""
    seen: dict[str, Path] = {}
    for folder in folders:
        run = read_part(folder).run
        if run in seen:
            raise RecordUnreadable(
                f"Один и тот же прогон дан дважды: «{seen[run]}» и «{folder}». Оставьте одну папку."
            )
        seen[run] = folder
    return [read_record(folder) for folder in folders]


def count(runs: Iterable[Run]) -> Histories:
    """Count over runs; what was skipped, interrupted or never began says nothing."""
    tallies: dict[str, _Tally] = {}
    number = 0
    for run in sorted(runs, key=lambda one: one.started):
        number += 1
        for scenario in run.scenarios:
            if scenario.status in ("passed", *_BAD):
                tally = tallies.setdefault(scenario.place.identity, _Tally(scenario))
                tally.last = scenario
                tally.runs += 1
                tally.bad += scenario.status in _BAD
                tally.flickered += _flickers(scenario)
    found = (_history(tally) for tally in tallies.values())
    return Histories(
        number, tuple(sorted(found, key=lambda one: (-one.rate.share, -one.bad, one.uri, one.line)))
    )


def _flickers(scenario: Scenario) -> bool:
    """Say whether it passed when it was tried again, by a retry or for its trace."""
    repeats = (one.status for one in scenario.facts(RepeatTold))
    return scenario.status == "unstable" or (scenario.status in _BAD and "passed" in repeats)


def _history(tally: _Tally) -> History:
    place = tally.last.place
    return History(place.uri, place.line, place.heading, tally.runs, tally.bad, tally.flickered)
