"""What takes longest of our own tests and of the scenarios, file by file."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from reports.record.stored import RecordUnreadable, read_record

SHOWN = 10


class Dearest:
    """A plugin that adds up what the tests of each file take, in whichever process; records can be added."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._seconds: dict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count making ready and cleaning up too: what a file prepares is a part of its price."""
        self._seconds[report.nodeid.partition("::")[0]] += report.duration

    def add_record(self, folder: Path) -> None:
        """Add the scenarios of a recorded run; without a record there is nothing to add."""
        try:
            run = read_record(folder)
        except RecordUnreadable:
            return
        for scenario in run.scenarios:
            self._seconds[scenario.place.uri] += sum(step.seconds for step in scenario.steps)

    def lines(self) -> list[str]:
        """Say which are the dearest, the dearest first; nothing where nothing was counted."""
        found = [f"{seconds:>7.1f} с  {name}".replace(".", ",", 1) for name, seconds in self._most()]
        return ["Дороже всего, по файлам:", *found] if found else []

    def _most(self) -> list[tuple[str, float]]:
        return sorted(self._seconds.items(), key=lambda each: each[1], reverse=True)[:SHOWN]
