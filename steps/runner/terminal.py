"""The terminal of `svyazka run`: a line per scenario, failures in full at once, Russian throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from typing import Any

import pytest
from _pytest.terminal import TerminalReporter

from reports.record.printable import printable
from reports.record.status import WORDS

COLOURS = {
    "passed": {"green": True},
    "failed": {"red": True},
    "broken": {"red": True, "bold": True},
    "unsound": {"red": True, "bold": True},
}
OTHERWISE = {"yellow": True}
WIDEST = len(WORDS["failed"].ended)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Take the place of pytest's reporter."""
    standard = config.pluginmanager.get_plugin("terminalreporter")
    if standard is None or hasattr(config, "workerinput"):
        return
    config.pluginmanager.unregister(standard)
    config.pluginmanager.register(RussianReporter(config), "terminalreporter")


class RussianReporter(TerminalReporter):  # type: ignore[misc]  # pytest calls it final and offers no other way
    """Writes one line per ended scenario or failed test, and leaves the summary to the plugins."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin with nothing planned."""
        super().__init__(config)
        self._planned = 0
        self._done = 0
        self._tests = 0
        self._explained: dict[str, str] = {}
        self._skipped: dict[str, str] = {}

    def write_line(self, line: str | bytes, **markup: bool) -> None:
        """Write what a terminal takes."""
        super().write_line(printable(line), **markup)

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Write no header, and let xdist write nothing either."""
        self._session = session
        manager = self.config.pluginmanager
        if distributed := manager.get_plugin("terminaldistreporter"):
            manager.unregister(distributed)
            manager.get_plugin("dsession").terminal = None  # type: ignore[union-attr]  # the two come together

    def pytest_collection(self) -> None:
        """Write nothing while collecting."""

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Show at once what could not be collected."""
        if report.failed:
            self._fail(report.nodeid, str(report.longrepr))

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Know how much is planned."""
        self._planned = self._planned or len(session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Know how much is planned when the workers collect."""
        self._planned = len(ids)

    def pytest_runtest_logstart(self, nodeid: str, location: Any) -> None:
        """Write nothing before there is something to say."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write the line of what ended; what went wrong follows it."""
        if report.failed:
            self._explained.setdefault(report.nodeid, str(report.longrepr))
        elif report.skipped:
            self._skipped[report.nodeid] = _reason_to_skip(report)
        if str(report.when) == "???":  # how xdist tells of a worker's death
            if report.svyazka_status == "interrupted":  # the summary tells of it
                return
            worker: Any = report.node  # type: ignore[attr-defined, unused-ignore]  # xdist adds it
            self._ended(report, "broken", f"рабочий процесс {worker.gateway.id} умер")
        elif status := getattr(report, "svyazka_status", None):
            why = self._explained.pop(report.nodeid, "") or self._skipped.pop(report.nodeid, "")
            self._ended(report, status, why, getattr(report, "svyazka_attempt", 0))
        elif report.when == "teardown":
            self._test_ended(report)

    def _ended(self, report: pytest.TestReport, status: str, explanation: str, attempt: int = 0) -> None:
        word, colour = WORDS[status].ended, COLOURS.get(status, OTHERWISE)
        path, line, _ = report.location
        name = report.nodeid.partition("::")[2]
        self._done += not attempt
        count = f"[{self._done:>{len(str(self._planned))}}/{self._planned}]"
        count = f"Повтор {attempt}:" if attempt else count
        place = f"{path}:{line + 1}" if line is not None else report.nodeid.partition("::")[0]
        self.write_line(f"{count} {word:<{WIDEST}}  {name}  ({place})", **colour)
        if explanation:
            self.write_line(f"\n{explanation}\n")

    def _test_ended(self, report: pytest.TestReport) -> None:
        self._done += 1
        explanation = self._explained.pop(report.nodeid, "")
        if explanation:
            self._fail(report.nodeid, explanation)
        elif self._planned and self._done * 10 // self._planned > (self._done - 1) * 10 // self._planned:
            self.write_line(f"{self._done * 100 // self._planned:>3} %  {self._done} из {self._planned}")

    def _fail(self, name: str, text: str) -> None:
        self.write_line(f"Не прошёл {name}\n{text}\n", red=True)

    def pytest_warning_recorded(self, *_: Any, **__: Any) -> None:
        """Say nothing: warnings are errors already."""

    def pytest_internalerror(self, excrepr: Any) -> bool:
        """Show what broke inside."""
        self.write_line(f"Внутренняя ошибка:\n{excrepr}", red=True)
        return True

    def pytest_keyboard_interrupt(self, excinfo: Any) -> None:
        """Say nothing: the book of verdicts tells of it."""

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> Generator[None, Any, Any]:
        """Let the plugins tell their summaries, whatever the end was."""
        result = yield
        self.config.hook.pytest_terminal_summary(
            terminalreporter=self, exitstatus=exitstatus, config=self.config
        )
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_terminal_summary(self) -> Generator[None, Any, Any]:
        """Add nothing of pytest's own, but why tests of ours were skipped, each reason once."""
        for reason, times in Counter(self._skipped.values()).items():
            self.write_line(f"Пропущено тестов: {times} — {reason}", yellow=True)
        return (yield)


def _reason_to_skip(report: pytest.TestReport) -> str:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return "" if hasattr(report, "wasxfail") else reason.removeprefix("Skipped: ")
