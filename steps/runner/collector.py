"""Makes `.feature` files first-class in pytest: collects every scenario, runs its steps, tells each verdict once."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fixtures.clauses import clause_ids
from reports.record.facts import Fact, Piece, PlanRemarks
from reports.record.outline import row
from reports.record.printable import printable
from steps.language.binding import misbound
from steps.language.features import FeatureDocument
from steps.language.matching import Definition, Matcher
from steps.language.problem import Problem
from steps.language.reading import read_feature
from steps.language.tags import known_tags
from steps.runner import execution, hooks
from steps.runner.choosing import told_choice
from steps.runner.definition_modules import register_definitions
from steps.runner.explanation import explanation
from steps.runner.failure import reason
from steps.runner.items import ProblemItem, ScenarioItem, step_status
from steps.runner.parsing import parser_of
from steps.runner.planning import PLAN_FACTS, tell_plan
from steps.runner.sharding import keep_share, planned_in_all, told_by_share, told_shard
from steps.runner.unread import told_unread
from steps.runner.whereabouts import PassedOver, is_feature, is_ignored, passed_over, shown

NEVER_DESELECTED = ("unknown_tag",)


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Declare the hooks by which scenarios tell of themselves."""
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options of a run; those who use them read them from the configuration."""
    group = parser.getgroup("svyazka", "Связка")
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
    config.stash[PASSED_OVER] = []


DEFINITION_PROBLEMS = pytest.StashKey[list[Problem]]()
MATCHERS = pytest.StashKey[dict[tuple[int, ...], Matcher]]()
COLLECTED = pytest.StashKey[list[ScenarioItem]]()
PASSED_OVER = pytest.StashKey[list[PassedOver]]()


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Look for features in folders of whatever name."""
    return is_ignored(collection_path, config)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Remember what lies in a folder and was not collected."""
    report = yield
    if isinstance(collector, pytest.Directory) and report.passed:
        collected = {node.path for node in report.result}
        missing = passed_over(collector.path, collected, collector.config)
        collector.config.stash[PASSED_OVER] += missing
    return report


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    """Take every `.feature` file."""
    if is_feature(file_path):
        uri = _uri(file_path, parent.config)
        return FeatureFile.from_parent(parent, path=file_path, nodeid=uri, name=uri.rpartition("/")[2])
    return None


class FeatureFile(pytest.File):
    """A feature file; its children are its scenarios and the problems that belong to none of them."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each pickle and each problem of the file; never fails itself."""
        matcher = self._matcher(execution.visible_definitions(self))
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

    def _matcher(self, visible: Sequence[Definition]) -> Matcher:
        """Share what is known of sentences among the files that see the same definitions."""
        matchers = self.config.stash.setdefault(MATCHERS, {})
        return matchers.setdefault(tuple(map(id, visible)), Matcher(visible))

    def _read(self, matcher: Matcher) -> FeatureDocument:
        clauses = clause_ids(
            self.config.rootpath / "fixtures" / "instructions"
        )  # of a new region, laid out elsewhere
        document = read_feature(self.path, _uri(self.path, self.config), clauses, parser_of(self.config))
        return replace(document, problems=[*document.problems, *misbound(document, matcher)])


def _uri(path: Path, config: pytest.Config) -> str:
    return printable(shown(path, config.rootpath))


def _by_line(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    lines: dict[int, list[Problem]] = {}
    for problem in problems:
        lines.setdefault(problem.line, []).append(problem)
    return lines


def _unique(document: FeatureDocument, pickle: dict[str, Any], taken: set[str]) -> str:
    """A scenario's readable name; two equal ones, an error in themselves, are told apart by their lines."""
    cells = document.cells_of(pickle)
    name = printable(pickle["name"] + (f"[{row(cells)}]" if cells else ""))
    name = f"{name} (строка {document.line_of(pickle)})" if name in taken or not name else name
    taken.add(name)
    return name


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> Generator[None]:
    """Add the problems of the step modules, and see to it that no `-m` or `-k` hides a problem of a file."""
    problems = session.config.stash[DEFINITION_PROBLEMS]
    if problems and any(isinstance(item, ScenarioItem) for item in items):
        items.append(ProblemItem.from_parent(session, name="определения шагов", problems=problems))
    if lost := _not_collected(session.config, otherwise_nothing=not items):
        items.append(ProblemItem.from_parent(session, name="что не взято", problems=lost))
    lasting = [item for item in items if _outlives_selection(item)]
    session.config.stash[COLLECTED] = _scenarios(items)
    yield
    kept = set(items)
    items.extend(item for item in lasting if item not in kept)
    keep_share(session.config, items)


@pytest.hookimpl(tryfirst=True)  # before xdist's worker says that it has collected
def pytest_collection_finish(session: pytest.Session) -> None:
    """Tell what is going to be executed; nobody is told when there are no features among it."""
    scenarios = _scenarios(session.items)
    unsound = [item for item in session.items if isinstance(item, ProblemItem)]
    if scenarios or unsound:
        documents = {item.document.uri: item.document for item in _collected(session.config)}
        told = told_by_share(session.config, list(documents.values()), scenarios)
        tell_plan(session.config, told, scenarios, unsound, _plan_facts(session.config, scenarios))


def _scenarios(items: Sequence[pytest.Item]) -> list[ScenarioItem]:
    return [item for item in items if isinstance(item, ScenarioItem)]


def _collected(config: pytest.Config) -> list[ScenarioItem]:
    """Return what there was to choose from."""
    return config.stash.get(COLLECTED, [])


def _plan_facts(config: pytest.Config, scenarios: Sequence[ScenarioItem]) -> list[Fact]:
    missing = [each.told(config.rootpath) for each in config.stash[PASSED_OVER] if not each.is_lost]
    remarks = [*dict.fromkeys(str(remark) for item in scenarios for remark in item.remarks), *missing]
    chosen = told_choice(config, len(_collected(config)) - planned_in_all(config, len(scenarios)))
    part = [chosen, told_unread(config, {item.path for item in _collected(config)})] if chosen else []
    shard = told_shard(config, chosen.words if chosen else "")
    return [*part, *shard, *([PlanRemarks(tuple(remarks))] if remarks else [])]


def pytest_svyazka_run_evidence(config: pytest.Config) -> list[Piece]:
    """Give the record what there is to know of the plan as a whole."""
    return [Piece.of(fact, "план") for fact in config.stash[PLAN_FACTS]]


def _not_collected(config: pytest.Config, otherwise_nothing: bool) -> list[Problem]:
    """What was passed over and must not be: links to nowhere, and everything where nothing else would be run."""
    missing = config.stash[PASSED_OVER]
    return [each.problem(config.rootpath) for each in missing if each.is_lost or otherwise_nothing]


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
        report.longrepr = _tellable(item, shown)
    if isinstance(item, ScenarioItem):
        item.judge(status, _tellable(item, reason(call.excinfo.value)))


def _tellable(item: ScenarioItem | ProblemItem, text: str) -> str:
    hidden: str = item.ihook.pytest_svyazka_hidden(item=item, text=text)
    return printable(hidden)


@pytest.hookimpl(trylast=True)
def pytest_svyazka_hidden(text: str) -> str:
    """Hide nothing, if nobody else has anything to hide."""
    return text
