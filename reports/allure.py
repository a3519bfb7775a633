"""Results for Allure, made of a run: a file for each scenario with its steps, its pictures beside it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from allure_commons.model2 import Attachment, Label, Status, StatusDetails, TestResult, TestStepResult
from allure_commons.types import LabelType, Severity
from attr import asdict

from reports.record.folder import write_whole
from reports.record.run import Attached, FeatureProblem, Run, Scenario
from reports.record.status import WORDS
from reports.wording import first_line

# Allure's words; what is neither a finding nor a fault of anything is unknown to it.
STATUSES = {
    "passed": Status.PASSED,
    "skipped": Status.SKIPPED,
    "not_run": Status.SKIPPED,
    "failed": Status.FAILED,
    "broken": Status.BROKEN,
    "unsound": Status.BROKEN,
    "unstable": Status.FAILED,
    "quarantined": Status.SKIPPED,
}
SEVERITIES = {"@критично": Severity.CRITICAL}
_OURS = re.compile(r"[0-9a-f-]{36}(-\d+)?-(result\.json|attachment\.\w+)")


def write_allure(run: Run, folder: Path, results: Path) -> Path:
    """Write the results of a run, whose record lies in the folder, in place of earlier ones; return where they are.

    What else lies among the results stays: history, categories, the environment. Raises OSError.
    """
    results.mkdir(parents=True, exist_ok=True)
    for file in results.iterdir():
        if _OURS.fullmatch(file.name):
            file.unlink()
    for scenario in run.scenarios:
        _keep(_Writer(folder, results, scenario).result(), results)
    for problem in run.problems:
        _keep(_unsound(problem), results)
    return results


def _keep(made: TestResult, results: Path) -> None:
    told = asdict(made, filter=lambda _, value: bool(value) or value is False)
    write_whole(results / f"{made.uuid}-result.json", [json.dumps(told, ensure_ascii=False)])


def _unsound(problem: FeatureProblem) -> TestResult:
    """Return what could not even be planned as something that broke: without it the rest would look whole."""
    place = f"{problem.uri}:{problem.line}"
    return TestResult(
        uuid=str(uuid5(NAMESPACE_URL, place)),
        historyId=_hash(place),
        testCaseId=_hash(place),
        fullName=place,
        name=place,
        status=Status.BROKEN,
        statusDetails=StatusDetails(message=problem.message),
        stage="finished",
        labels=[Label(name=LabelType.PARENT_SUITE, value=str(Path(problem.uri).parent.as_posix()))],
    )


@dataclass
class _Writer:
    """Writes one scenario; its files are called by its identity, so that a second time replaces the first."""

    folder: Path
    results: Path
    scenario: Scenario
    kept: int = 0

    @property
    def uuid(self) -> str:
        return str(uuid5(NAMESPACE_URL, self.scenario.place.identity))

    def result(self) -> TestResult:
        """Return the scenario as Allure knows one, with its files put beside it."""
        place, started = self.scenario.place, round(self.scenario.started * 1000)
        return TestResult(
            uuid=self.uuid,
            historyId=_hash(place.identity),
            testCaseId=_hash(place.identity),  # a row is no repeat of the row above it
            fullName=place.identity,
            name=place.heading,
            status=STATUSES.get(self.scenario.status, Status.UNKNOWN),
            statusDetails=_details(self.scenario.status, self.scenario.reason),
            stage="finished",
            labels=list(_labels(self.scenario)),
            titlePath=place.uri.split("/"),
            steps=list(self._steps(started)),
            start=started,
            stop=started + round(self.scenario.seconds * 1000),
        )

    def _steps(self, moment: int) -> Iterator[TestStepResult]:
        """Yield the sentences one after the other; what happened outside all of them only where there is something."""
        for step in self.scenario.steps:
            begun, moment = moment, moment + round(step.seconds * 1000)
            attached = [self._attachment(piece) for piece in step.attached if piece.url]
            if step.sentence is not None or attached or step.status not in ("passed", "not_run"):
                yield TestStepResult(
                    name=step.sentence or "Вне шагов",
                    status=STATUSES.get(step.status, Status.UNKNOWN),
                    statusDetails=_details(step.status, step.message),
                    stage="finished",
                    attachments=[each for each in attached if each is not None],
                    start=begun,
                    stop=moment,
                )

    def _attachment(self, piece: Attached) -> Attachment | None:
        """Put a picture or a trace beside the result; one that is gone is not named either."""
        source = self.folder / (piece.url or "")
        if not source.is_file():
            return None
        self.kept += 1
        name = f"{self.uuid}-{self.kept}-attachment{source.suffix}"
        shutil.copyfile(source, self.results / name)
        return Attachment(name=piece.name or source.name, source=name, type=piece.media_type)


def _details(status: str, reason: str) -> StatusDetails | None:
    if status in ("passed", "not_run"):
        return None
    said = first_line(reason) or WORDS[status].word.capitalize()
    return StatusDetails(message=said, trace=reason or None, flaky=True if status == "unstable" else None)


def _labels(scenario: Scenario) -> Iterator[Label]:
    """Yield how Allure groups: by the folder, the feature and the rule, by tags, clauses and severity."""
    place = scenario.place
    grouped = {
        LabelType.PARENT_SUITE: str(Path(place.uri).parent.as_posix()),
        LabelType.SUITE: place.feature,
        LabelType.SUB_SUITE: place.rule,
        LabelType.FEATURE: place.feature,
        LabelType.STORY: place.rule,
        LabelType.SEVERITY: next((SEVERITIES[tag].value for tag in place.tags if tag in SEVERITIES), ""),
        LabelType.THREAD: scenario.worker,
        LabelType.FRAMEWORK: "svyazka",
        LabelType.LANGUAGE: "gherkin",
    }
    yield from (Label(name=name, value=value) for name, value in grouped.items() if value)
    yield from (Label(name=LabelType.TAG, value=tag.removeprefix("@")) for tag in place.tags)
    clauses = dict.fromkeys(clause for step in scenario.steps for clause in step.clauses)
    yield from (Label(name="clause", value=clause) for clause in clauses)


def _hash(text: str) -> str:
    return md5(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
