"""The only module of the reports that sees pytest: turns hooks into a record, and tells of it at the end.

Two plugins: one in the process that leads the run, one in each process that executes scenarios. Without
workers the same process has both.
"""

import time
import uuid
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from reports.record.evidence import EvidenceStore
from reports.record.facts import Piece
from reports.record.folder import OUT, Folder, FolderBusy, results_folder
from reports.record.merge import DEAD, INTERRUPTED
from reports.record.messages import Message
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.repeat import Repeat
from reports.record.run import Run
from reports.record.status import NEVER_ENDED
from reports.record.transcript import Transcript
from reports.results import Results
from reports.russian import plural
from reports.summary import ALLURE, CUCUMBER, summary, told_besides

_ASIDE = (pytest.PytestUnraisableExceptionWarning, pytest.PytestUnhandledThreadExceptionWarning)
_ADVICE = ("Enable tracemalloc", "See https://docs.pytest.org")  # pytest's, for programmers


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare what a run can be made into besides the report."""
    group = parser.getgroup("svyazka", "Связка")
    group.addoption("--allure", metavar="DIR", help="сделать и результаты для Allure, в эту папку")
    group.addoption("--cucumber", action="store_true", help="сделать и отчёт Cucumber, рядом с записями")


def pytest_configure(config: pytest.Config) -> None:
    """Register what this process needs: the recorder of executions, that of the run, or both."""
    if config.option.collectonly:
        return
    told = getattr(config, "workerinput", {}).get("svyazka_records")
    if told is not None:
        folder = Folder(Path(told["root"]), told["run"])
        process = config.workerinput["workerid"]  # type: ignore[attr-defined]  # xdist adds it
        executions = ExecutionRecorder(folder, process, told["started"])
    else:
        folder = Folder(_out(config), uuid.uuid4().hex[:8])
        # Parts of a whole get no pages: those of the whole are made when they are united.
        report = None if config.getoption("shard", None) else make_report
        lead = RunRecorder(Results(folder, report, _others(config)), time.time_ns())
        config.pluginmanager.register(lead, "svyazka-run-recorder")
        executions = ExecutionRecorder(folder, "main", lead.started)
    config.pluginmanager.register(executions, "svyazka-execution-recorder")


def make_report(run: Run, folder: Path) -> Path:
    """Make the report of a run; its templates are loaded only now, when the scenarios have their verdicts."""
    from reports.model import load_model
    from reports.site import write_site

    return write_site(load_model(run, folder))


def _others(config: pytest.Config) -> dict[str, Callable[[Run, Path], Path]]:
    """Return what else is to be made of the run, by what it is called; nothing of it is loaded before."""
    made: dict[str, Callable[[Run, Path], Path]] = {}
    if config.getoption("cucumber"):
        made[CUCUMBER] = _cucumber
    if into := config.getoption("allure"):
        made[ALLURE] = partial(_allure, config.invocation_params.dir / into)
    return made


def _cucumber(_: Run, folder: Path) -> Path:
    from reports.cucumber import write_cucumber

    return write_cucumber(folder)


def _allure(into: Path, run: Run, folder: Path) -> Path:
    from reports.allure import write_allure

    return write_allure(run, folder, into)


def _out(config: pytest.Config) -> Path:
    return results_folder(str(config.getoption("out", OUT)), config.rootpath, config.invocation_params.dir)


class RunRecorder:
    """Makes one record of what all processes wrote; lives where the run is led."""

    def __init__(self, results: Results, started: int) -> None:
        self.results = results
        self.started = started
        self._run: Run | None = None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker where to write."""
        folder = self.results.folder
        told = {"root": str(folder.root.absolute()), "run": folder.run, "started": self.started}
        node.workerinput["svyazka_records"] = told

    def pytest_svyazka_planned(self) -> None:
        """Take the folder, now that there is something to record."""
        self._begin()

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self) -> None:
        """Take the folder once a worker has planned something; only its plan tells the leading process."""
        if self.results.folder.plans():
            self._begin()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """Remember what became of a worker, and take over what it could not write."""
        if error:
            interrupted = error == "keyboard-interrupt" or self.results.interrupted
            self.results.losses[node.gateway.id] = INTERRUPTED if interrupted else DEAD
        if told := getattr(node, "workeroutput", {}).get("svyazka_records"):
            self.results.take(*told)

    def pytest_keyboard_interrupt(self) -> None:
        """Remember that the run was broken off."""
        self.results.interrupted = True

    def pytest_svyazka_noted(self, note: str) -> None:
        """Keep what is to be told of the run itself."""
        self.results.notes.append(note)

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """Note what was left open or fell beside the scenarios, in whichever of them it came to light."""
        if not issubclass(warning_message.category, _ASIDE):
            return
        said = [line.strip() for line in str(warning_message.message).splitlines()]
        told = list(dict.fromkeys(line for line in said if line and not line.startswith(_ADVICE)))
        note = f"Не закрыто или упало в стороне, сценарии не виноваты: {' … '.join((told[0], told[-1]))}"
        if note not in self.results.notes:
            self.results.notes.append(note)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Make the record; every worker has ended by now."""
        self._run = self.results.finish()
        if not self.results.kept:
            session.config.hook.pytest_svyazka_results_lost()

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Tell of the run from its record."""
        if self._run is not None:
            terminalreporter.write_line("")
            for line in [*summary(self._run, self.results.folder), *told_besides(self.results.made)]:
                terminalreporter.write_line(line)

    def _begin(self) -> None:
        try:
            self.results.begin()
        except FolderBusy as busy:
            raise pytest.UsageError(str(busy)) from None


class ExecutionRecorder:
    """Writes down what this process executes."""

    def __init__(self, folder: Folder, process: str, started: int) -> None:
        self._run = folder.run
        self._process = process
        self._started = started
        self._plan = PartFile(folder.plan(process))
        self._part = PartFile(folder.part(process))
        self._store = EvidenceStore(folder, process)
        self._transcript = Transcript(self._part, self._store, f"{folder.run}-{process}")
        self._unwritten_plan: list[Message] = []
        self._repeat: Repeat | None = None
        self._notes: list[str] = []

    def pytest_svyazka_planned(
        self, config: Any, documents: Any, pickles: Any, problems: Any, definitions: Any, matches: Any
    ) -> None:
        """Write the static part. Every worker does, since any of them may die; the stream gets one."""
        pieces = config.hook.pytest_svyazka_run_evidence(config=config)
        told = [piece for each in pieces for piece in each or ()]
        plan = Plan(documents, pickles, problems, definitions, matches, told)
        for message in plan.messages(self._run, self._started):
            self._plan.write(message)
        self._plan.close()
        self._unwritten_plan = list(plan.messages(self._run, self._started)) if self._plan.problem else []

    def pytest_svyazka_scenario_started(self, item: Any) -> None:
        """Open the scenario, or the repeat of the last one."""
        self._repeat = Repeat() if getattr(item, "repeating", False) else None
        hide = item.config.hook.pytest_svyazka_hidden
        if self._repeat is None:
            attempt = getattr(item, "attempt", 0)
            self._transcript.scenario_started(item.pickle, lambda text: hide(item=item, text=text), attempt)

    def pytest_svyazka_pictured(self, key: str) -> bool:
        """Tell whether a picture of that key is kept."""
        return self._store.has(key)

    def pytest_svyazka_step_started(self, step: dict[str, Any]) -> None:
        """Open the step."""
        if self._repeat is None:
            self._transcript.step_started(step)

    def pytest_svyazka_step_finished(
        self, item: Any, step: dict[str, Any], status: str, seconds: float, error: BaseException | None
    ) -> None:
        """Close the step with what there is to show for it."""
        if status == "not_run" and error is not None:  # Ctrl-C while it ran
            status = "interrupted"
        evidence = [] if status in NEVER_ENDED else self._evidence(item, step, status, error)
        if self._repeat is not None:
            self._repeat.take(evidence)
        else:
            self._transcript.step_finished(step, status, seconds, error, evidence)

    def pytest_svyazka_scenario_finished(self, item: Any, status: str, reason: str) -> None:
        """Close the scenario, or tell how its repeat ended."""
        if self._repeat is not None:
            for piece in self._repeat.outcome(status, reason):
                self._transcript.add(piece)
        else:
            self._transcript.scenario_finished(status, reason, getattr(item, "goes_on", False))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Close the part and hand over what could not be recorded."""
        self._part.close()
        lead = session.config.pluginmanager.get_plugin("svyazka-run-recorder")
        if isinstance(lead, RunRecorder):
            lead.results.take(*self._unwritten())
        else:
            session.config.workeroutput["svyazka_records"] = self._unwritten()  # type: ignore[attr-defined]

    def _unwritten(self) -> tuple[str, list[Message], list[Message], list[str]]:
        return self._process, self._unwritten_plan, self._part.unwritten, self._told()

    def _told(self) -> list[str]:
        torn = [f"Записано не всё: {part.problem}" for part in (self._plan, self._part) if part.problem]
        lost = self._transcript.lost_evidence
        pieces = plural(len(lost), "свидетельство", "свидетельства", "свидетельств")
        return [*torn, *self._notes, *([f"Не сохранено {pieces}, первое: {lost[0]}"] if lost else [])]

    def _evidence(
        self, item: Any, step: dict[str, Any], status: str, error: BaseException | None
    ) -> list[Piece]:
        """Gathering evidence must not fail a step, whatever happens in it."""
        try:
            ask = item.config.hook.pytest_svyazka_evidence
            gathered = ask(item=item, step=step, status=status, error=error)
        except Exception as error:
            self._notes.append(f"Свидетельства не собраны: {type(error).__name__}: {error}")
            return []
        return [piece for pieces in gathered for piece in pieces or ()]
