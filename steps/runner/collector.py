"""Makes `.feature` files first-class in pytest: collects every scenario, runs its steps, tells each verdict once."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fixtures.sight.crash import tell_of_crash
from reports.record.status import worst
from steps.language.features import FeatureDocument, read_feature
from steps.language.matching import Definition, Matcher
from steps.language.problem import Problem
from steps.language.tags import known_tags
from steps.runner import execution, hooks
from steps.runner.definition_modules import register_definitions
from steps.runner.failure import Unsound, explanation, is_mismatch, reason
from steps.runner.planning import tell_plan

NEVER_DESELECTED = ("unknown_tag",)


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Declare the hooks by which scenarios tell of themselves."""
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options of a run; those who use them read them from the configuration."""
    group = parser.getgroup("svyazka", "Связка")
    group.addoption("--out", default="reports/out", metavar="DIR", help="куда писать записи прогона")
    group.addoption("--headed", action="store_true", help="показать окно браузера")
    group.addoption("--slow", type=int, default=0, metavar="MS", help="пауза после каждого действия, мс")
    group.addoption("--seed", type=int, default=None, metavar="N", help="повторить прогон с этим зерном")
    parser.addini("svyazka_steps", "пакет с определениями шагов", default="steps.definitions")


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags as markers and the modules with step definitions as plugins."""
    for tag, meaning in known_tags().items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
    config.option.continue_on_collection_errors = True
    config.stash[DEFINITION_PROBLEMS] = register_definitions(config)


DEFINITION_PROBLEMS = pytest.StashKey[list[Problem]]()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    """Take every `.feature` file."""
    if file_path.suffix == ".feature":
        return FeatureFile.from_parent(parent, path=file_path)
    return None


class FeatureFile(pytest.File):
    """A feature file; its children are its scenarios and the problems that belong to none of them."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each pickle and each problem of the file; never fails itself."""
        matcher = Matcher(execution.visible_definitions(self))
        document = self._read(matcher)
        matches = matcher.matches(document)
        for line, problems in _by_line(document.own_problems).items():
            yield ProblemItem.from_parent(self, name=f"строка {line}", problems=problems)
        taken: set[str] = set()
        for pickle in document.pickles:
            name = _unique(document, pickle, taken)
            yield ScenarioItem.from_parent(
                self,
                name=name,
                document=document,
                pickle=pickle,
                definitions=matcher.definitions,
                matches=matches,
            )

    def _read(self, matcher: Matcher) -> FeatureDocument:
        root = self.config.rootpath
        uri = self.path.relative_to(root) if self.path.is_relative_to(root) else self.path
        document = read_feature(self.path, uri.as_posix())
        return replace(document, problems=[*document.problems, *matcher.problems(document)])


def _by_line(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    lines: dict[int, list[Problem]] = {}
    for problem in problems:
        lines.setdefault(problem.line, []).append(problem)
    return lines


def _unique(document: FeatureDocument, pickle: dict[str, Any], taken: set[str]) -> str:
    """A scenario's readable name; two equal ones, an error in themselves, are told apart by their lines."""
    cells = document.cells_of(pickle)
    name = pickle["name"] + (f"[{' | '.join(cells)}]" if cells else "")
    name = f"{name} (строка {document.line_of(pickle)})" if name in taken or not name else name
    taken.add(name)
    return name


class ProblemItem(pytest.Item):
    """Problems no scenario can answer for, as something that is planned and always breaks."""

    def __init__(self, *, problems: Sequence[Problem], **kw: Any) -> None:
        """Hold problems that stand at one place."""
        super().__init__(**kw)
        self.problems = problems

    def runtest(self) -> None:
        """Break with the problems."""
        raise Unsound(self.problems)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the problems are."""
        return self.path, self.problems[0].line - 1, self.name


class ScenarioItem(pytest.Item):
    """One scenario, or one row of an outline, that ends in exactly one verdict."""

    def __init__(
        self,
        *,
        document: FeatureDocument,
        pickle: dict[str, Any],
        definitions: Sequence[Definition],
        matches: Mapping[str, Sequence[Definition]],
        **kw: Any,
    ) -> None:
        """Hold a pickle of a document, the step definitions it can see, and which of them its steps match."""
        super().__init__(**kw)
        self.document = document
        self.pickle = pickle
        self.identity = document.identity_of(pickle)
        self.line = document.line_of(pickle)
        self.steps = document.steps_of(pickle)
        self.problems = document.problems_of(pickle)
        self.definitions = definitions
        self.matches = matches
        self.repeating = False
        self._begin()
        self._mark()
        execution.prepare(self)

    def _begin(self) -> None:
        self.verdict = "passed"
        self.reasons: list[str] = []
        self.current: dict[str, Any] | None = None
        self.error: BaseException | None = None
        self._told = 0

    def begin_again(self) -> None:
        """Be as if nothing had run yet, but for what is told of it: this time it is a repeat."""
        self._begin()
        self.repeating = True

    def _mark(self) -> None:
        for tag in self.pickle["tags"]:
            name = tag["name"].removeprefix("@")
            if name in known_tags():
                self.add_marker(name)

    def setup(self) -> None:
        """Make the fixtures every scenario has, unless there is nothing to run them for."""
        if not self.problems:
            execution.fill_fixtures(self)

    def runtest(self) -> None:
        """Run the steps one by one up to the first that does not pass."""
        if self.problems:
            raise Unsound(self.problems)
        for step in self.steps:
            self._run(step)

    def _run(self, step: dict[str, Any]) -> None:
        self.current = step
        self.ihook.pytest_svyazka_step_started(item=self, step=step)
        begun = time.perf_counter()
        try:
            with tell_of_crash():
                execution.fulfil(self.matches[step["id"]][0].context, step, self)
        except BaseException as error:
            self.error = error
            self._tell(step, step_status(error), time.perf_counter() - begun, error)
            raise
        self._tell(step, "passed", time.perf_counter() - begun, None)
        self.current = None

    def _tell(self, step: dict[str, Any], status: str, seconds: float, error: BaseException | None) -> None:
        self._told += 1
        self.ihook.pytest_svyazka_step_finished(
            item=self, step=step, status=status, seconds=seconds, error=error
        )

    def judge(self, status: str, why: str) -> None:
        """Take one more thing into account; the worst of all decides."""
        self.verdict = worst(self.verdict, status)
        self.reasons.append(why)

    def finish(self) -> None:
        """Tell what never ran, and then the verdict."""
        for step in self.steps[self._told :]:
            self._tell(step, "not_run", 0.0, None)
        told = "; ".join(self.reasons)
        self.ihook.pytest_svyazka_scenario_finished(item=self, status=self.verdict, reason=told)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the scenario is written."""
        return self.path, self.line - 1, self.name


def step_status(error: BaseException) -> str:
    """Say what an error in a step means for the step."""
    if isinstance(error, pytest.skip.Exception):
        return "skipped"
    if isinstance(error, KeyboardInterrupt | pytest.exit.Exception):
        return "not_run"
    if isinstance(error, Unsound):
        return "unsound"
    return "failed" if is_mismatch(error) else "broken"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> Generator[None]:
    """Add the problems of the step modules, and see to it that no `-m` or `-k` hides a problem of a file."""
    problems = session.config.stash[DEFINITION_PROBLEMS]
    if problems and any(isinstance(item, ScenarioItem) for item in items):
        items.append(ProblemItem.from_parent(session, name="определения шагов", problems=problems))
    lasting = [item for item in items if _outlives_selection(item)]
    yield
    kept = set(items)
    items.extend(item for item in lasting if item not in kept)


@pytest.hookimpl(tryfirst=True)  # before xdist's worker says that it has collected
def pytest_collection_finish(session: pytest.Session) -> None:
    """Tell what is going to be executed; nobody is told when there are no features among it."""
    scenarios = [item for item in session.items if isinstance(item, ScenarioItem)]
    unsound = [item for item in session.items if isinstance(item, ProblemItem)]
    if scenarios or unsound:
        tell_plan(session.config, scenarios, unsound)


def _outlives_selection(item: pytest.Item) -> bool:
    if isinstance(item, ScenarioItem):
        return any(problem.rule in NEVER_DESELECTED for problem in item.problems)
    return isinstance(item, ProblemItem)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tell the beginning and the end of each scenario, whatever happens in between."""
    if not isinstance(item, ScenarioItem):
        return (yield)
    item.ihook.pytest_svyazka_scenario_started(item=item)
    try:
        return (yield)
    except BaseException:
        item.judge("interrupted", "прогон прерван")
        if item.verdict != "interrupted":
            _report_what_was_found(item)
        raise
    finally:
        item.finish()


def _report_what_was_found(item: ScenarioItem) -> None:
    """Send the report that an interruption kept pytest from making, so that nobody counts the verdict otherwise."""
    report = pytest.TestReport(item.nodeid, item.location, {}, "passed", None, "teardown")
    vars(report)["svyazka_status"] = item.verdict
    item.ihook.pytest_runtest_logreport(report=report)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge each phase of a scenario and say in Russian what went wrong; the verdict travels on the last report."""
    report = yield
    if isinstance(item, ScenarioItem | ProblemItem):
        if call.excinfo is not None:
            _judge(item, call, report)
        if call.when == "teardown":
            vars(report)["svyazka_status"] = getattr(item, "verdict", "unsound")
    return report


def _judge(item: ScenarioItem | ProblemItem, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    assert call.excinfo is not None
    status = step_status(call.excinfo.value)
    if call.when != "call" and status == "failed":
        status = "broken"
    if status != "skipped":
        report.outcome = "failed"
        vars(report).pop("wasxfail", None)  # an expected failure is no verdict
        shown = explanation(item, call.excinfo, status)
        report.longrepr = item.ihook.pytest_svyazka_hidden(item=item, text=shown)
    if isinstance(item, ScenarioItem):
        why = reason(call.excinfo.value)
        item.judge(status, item.ihook.pytest_svyazka_hidden(item=item, text=why))


@pytest.hookimpl(trylast=True)
def pytest_svyazka_hidden(text: str) -> str:
    """Hide nothing, if nobody else has anything to hide."""
    return text
