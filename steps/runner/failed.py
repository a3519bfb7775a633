"""Which of our own tests did not pass, told once more where the eye falls first: at the end."""

from __future__ import annotations

import pytest

SHOWN = 20
WIDTH = 160


class Failed:
    """A plugin that keeps what did not pass and the first line of why, in whichever process."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._why: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the first thing that went wrong with a test."""
        if report.failed:
            self._why.setdefault(report.nodeid, _reason(report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not even be collected."""
        if report.failed:
            self._why.setdefault(report.nodeid, _reason(report))

    def lines(self) -> list[str]:
        """Name each with its reason on a line of its own; of very many the first, and how many more there are."""
        shown = [
            line for name, why in [*self._why.items()][:SHOWN] for line in (f"Не прошёл {name}", f"    {why}")
        ]
        rest = len(self._why) - SHOWN
        return [*shown, f"и ещё {rest}, все — выше"] if rest > 0 else shown


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message if crash else report.longrepr).strip()
    return text.partition("\n")[0][:WIDTH]
