"""Counts what was planned against what ended, and turns it into the exit code, the same for every way to run."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from reports.record.status import worst
from steps.runner.exit_codes import BROKEN, FAILED, INTERRUPTED, NOTHING_RAN, PASSED
from steps.runner.interruption import TIME_IS_OVER
from steps.runner.whereabouts import is_feature

TOLD_AT_MOST = 20


def pytest_configure(config: pytest.Config) -> None:
    """Keep the book where the run is controlled; a worker only tells."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Verdicts(config), "svyazka-verdicts")


class Verdicts:
    """What was planned, what became of it, and what went wrong besides."""

    def __init__(self, config: pytest.Config) -> None:
        """Open an empty book."""
        self.config = config
        self.planned: dict[str, None] = {}
        self.ended: dict[str, str] = {}
        self.broken: list[str] = []
        self.interrupted = False
        self.running: dict[str, None] = {}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Know what is in flight, here or in a worker."""
        self.running[nodeid] = None

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Know what has landed."""
        self.running.pop(nodeid, None)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Plan what the only process collected."""
        self.planned.update(dict.fromkeys(item.nodeid for item in session.items))
        if self.config.option.collectonly:  # nothing will run, and nothing unsound may pass
            unsound = (item.nodeid for item in session.items if getattr(item, "problems", ()))
            self.ended.update(dict.fromkeys(unsound, "unsound"))

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Plan what a worker collected; all of them collect the same."""
        self.planned.update(dict.fromkeys(ids))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module of our own tests that cannot be read is broken, not absent."""
        if report.failed:
            self.broken.append(f"не читается {report.nodeid}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down how a scenario or a test ended; a worker's death is told as a report of its own phase."""
        if str(report.when) == "???":
            if report.svyazka_status == "broken":  # by pytest_handlecrashitem
                self.ended[report.nodeid] = "broken"
        elif status := getattr(report, "svyazka_status", None):
            self.ended[report.nodeid] = status
        elif not is_feature(Path(report.nodeid.partition("::")[0])):
            self._take_down_a_test(report)

    @pytest.hookimpl(optionalhook=True)
    def pytest_handlecrashitem(self, report: pytest.TestReport) -> None:
        """Say what it means that a worker went down: by Ctrl-C what it carried out is interrupted, not broken."""
        vars(report)["svyazka_status"] = "interrupted" if self.interrupted else "broken"

    def _take_down_a_test(self, report: pytest.TestReport) -> None:
        if report.when == "call" or not report.passed:
            found = report.outcome if report.when == "call" or report.skipped else "broken"
            self.ended[report.nodeid] = worst(self.ended.get(report.nodeid, found), found)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker that went down with an error took something with it, even if no scenario was running."""
        if error == "keyboard-interrupt":
            self.interrupted = True
        elif error:
            self.broken.append(f"рабочий процесс {node.gateway.id} умер")

    def pytest_internalerror(self, excrepr: object) -> None:
        """An error inside pytest or a plugin breaks the run."""
        self.broken.append(f"внутренняя ошибка: {str(excrepr).splitlines()[-1]}")

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Tell Ctrl-C from the stop that `-x` asks for."""
        if excinfo.type is KeyboardInterrupt:
            self.interrupted = True

    def pytest_svyazka_results_lost(self) -> None:
        """A run whose results nobody can read has not kept what it promises."""
        self.broken.append("итоги прогона не сохранены, почему — сказано ниже")

    def code(self) -> int:
        """Return the exit code: broken beats incomplete beats failed, Ctrl-C beats all."""
        statuses = set(self.ended.values())
        if self.interrupted and TIME_IS_OVER not in self.config.stash:
            return INTERRUPTED
        if self.broken or statuses & {"broken", "unsound"}:
            return BROKEN
        if self.config.option.collectonly and self.planned:
            return PASSED
        if not statuses & {"passed", "failed", "unstable"} or self.missing():
            return NOTHING_RAN
        return FAILED if "failed" in statuses or self.too_unstable() else PASSED

    def too_unstable(self) -> bool:
        """Say whether more scenarios passed at a second try alone than are allowed to."""
        allowed = int(self.config.getoption("unstable", 0))
        return list(self.ended.values()).count("unstable") > allowed

    def missing(self) -> list[str]:
        """Return what was planned and never ended."""
        return [nodeid for nodeid in self.planned if nodeid not in self.ended]

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None]:
        """Set the exit code; an error while cleaning up never hides it."""
        session.exitstatus = self.code()
        try:
            yield
        except Exception as error:
            if not self.interrupted:  # after Ctrl-C what is cleaned up may be gone already
                traceback.print_exception(error, file=sys.stderr)
                self.broken.append(f"уборка после прогона сломалась: {error}")
        session.exitstatus = self.code()

    def pytest_terminal_summary(self, terminalreporter: Any, exitstatus: int) -> None:
        """Say what no scenario's own failure says; wrong arguments are told of elsewhere."""
        if exitstatus != pytest.ExitCode.USAGE_ERROR:
            for line in self._remarks():
                terminalreporter.write_line(line)

    def _how_it_was_stopped(self) -> list[str]:
        over = self.config.stash.get(TIME_IS_OVER, None)
        why = "Прогон прерван." if over is None else f"Время вышло: прогону дано {over:g} с (--max-time)."
        running = [f"  {nodeid}" for nodeid in self.running]
        in_flight = ["В этот миг шли:", *running] if running else []
        return [f"{why} Завершено {len(self.ended)} из {len(self.planned)}.", *in_flight]

    def _remarks(self) -> list[str]:
        remarks = [f"Сломалось: {what}" for what in self.broken]
        missing = self.missing()
        if self.interrupted:
            return [*remarks, *self._how_it_was_stopped()]
        if not self.planned:
            few = ", или их меньше, чем частей" if getattr(self.config.option, "shard", None) else ""
            return [
                *remarks,
                f"Ничего не запущено: под пути и отбор (-m, -k) не подошёл ни один сценарий{few}.",
            ]
        if self.config.option.collectonly or not missing:
            return remarks
        told = [f"Не завершено {len(missing)} из {len(self.planned)}:"]
        more = [f"  … и ещё {len(missing) - TOLD_AT_MOST}"] if len(missing) > TOLD_AT_MOST else []
        return [*remarks, *told, *(f"  {nodeid}" for nodeid in missing[:TOLD_AT_MOST]), *more]
