"""The decision as `verdict.json`: what programs read; its schema is docs/verdict.schema.json."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from reports.gate.changes import Changes
from reports.gate.checks.coverage import Share, share
from reports.gate.checks.divergences import divergences
from reports.gate.deciding import Answer, Decision
from reports.gate.finding import Code, Finding
from reports.gate.inputs import Inputs
from reports.gate.paragraph import paragraph
from reports.record.printable import printable
from reports.record.run import Scenario
from reports.record.status import BETTER_TO_WORSE

REASONS = {
    Code.OPEN: "open",
    Code.FINDING: "finding",
    Code.UNUSABLE: "unusable",
    Code.INCOMPLETE: "incomplete",
    Code.POLICY: "policy",
}
Count = Annotated[int, Field(ge=0)]


@dataclass(frozen=True)
class StandPart:
    """Where the run was made."""

    name: str
    place: str


@dataclass(frozen=True)
class CheckPart:
    """A question of the gate and the answer to it."""

    check: str
    title: str
    good: bool
    looked_at: Count
    measured: str


@dataclass(frozen=True)
class FindingPart:
    """A reason to close the gate; empty texts and line 0 where there is nothing to say."""

    check: str
    reason: Literal["finding", "unusable", "incomplete", "policy"]
    severity: str
    text: str
    scenario: str
    title: str
    file: str
    line: Count


@dataclass(frozen=True)
class CoveragePart:
    """How many clauses of an instruction were checked, of how many that can be; excused ones were forgiven."""

    instruction: str
    title: str
    checked: Count
    excused: Count
    total: Count


@dataclass(frozen=True)
class DivergencePart:
    """A known divergence, and until when it is put up with."""

    clause: str
    since: datetime.date
    until: datetime.date
    why: str


@dataclass(frozen=True)
class QuarantinePart:
    """A quarantined scenario, and whether it needed that this time."""

    scenario: str
    reason: str
    owner: str
    until: datetime.date
    used: bool


@dataclass(frozen=True)
class ChangedClause:
    """A clause whose verdict is another than in the release before."""

    clause: str
    before: str
    now: str


@dataclass(frozen=True)
class ChangesPart:
    """What differs from the release before; scenarios by their identities."""

    worse: tuple[str, ...]
    better: tuple[str, ...]
    skipped: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    clauses: tuple[ChangedClause, ...]


@dataclass(frozen=True)
class VerdictFile:
    """The whole file; `code` is the exit code of the command, `scenarios` counts them by how they ended."""

    version: Literal[1]
    open: bool
    code: Literal[0, 1, 2, 3, 4]
    reason: Literal["open", "finding", "unusable", "incomplete", "policy"]
    paragraph: str
    policy: str
    stand: StandPart
    started: datetime.datetime
    seconds: Annotated[float, Field(ge=0)]
    planned: Count
    scenarios: dict[str, Count]
    checks: tuple[CheckPart, ...]
    findings: tuple[FindingPart, ...]
    coverage: tuple[CoveragePart, ...]
    divergences: tuple[DivergencePart, ...]
    quarantine: tuple[QuarantinePart, ...]
    changes: ChangesPart | None


def schema() -> dict[str, Any]:
    """Return the JSON schema of the file."""
    made = TypeAdapter(VerdictFile).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "verdict.json"}


def verdict(decision: Decision) -> str:
    """Return the file's text."""
    told = TypeAdapter(VerdictFile).dump_json(_file(decision), indent=2)
    return printable(told.decode()) + "\n"


def _file(decision: Decision) -> VerdictFile:
    inputs, run = decision.inputs, decision.inputs.run
    statuses = [_status(inputs, one) for one in run.scenarios]
    return VerdictFile(
        version=1,
        open=decision.is_open,
        code=decision.code.value,
        reason=REASONS[decision.code],  # type: ignore[arg-type]  # one of them
        paragraph=paragraph(decision),
        policy=inputs.policy.path.name,
        stand=StandPart(run.stand.name, run.stand.place),
        started=datetime.datetime.fromtimestamp(run.started, datetime.UTC),
        seconds=round(run.seconds, 3),
        planned=len(statuses),
        scenarios={word: n for word in BETTER_TO_WORSE if (n := statuses.count(word))},
        checks=tuple(map(_check, decision.answers)),
        findings=tuple(map(_finding, decision.findings)),
        coverage=tuple(_coverage(share(inputs, one)) for one in inputs.instructions.values()),
        divergences=tuple(
            DivergencePart(clause.id, one.since, one.until, one.why) for clause, one in divergences(inputs)
        ),
        quarantine=_quarantine(inputs),
        changes=_changes(decision.changes) if decision.changes else None,
    )


def _status(inputs: Inputs, scenario: Scenario) -> str:
    return "quarantined" if inputs.is_quarantined(scenario) else scenario.status


def _check(answer: Answer) -> CheckPart:
    examined = answer.examined
    return CheckPart(answer.check, answer.title, answer.is_good, examined.looked_at, examined.measured)


def _finding(one: Finding) -> FindingPart:
    return FindingPart(
        check=one.check,
        reason=REASONS[one.code],  # type: ignore[arg-type]  # never an open one
        severity=one.severity,
        text=one.text,
        scenario=one.scenario,
        title=one.title,
        file=one.file,
        line=one.line,
    )


def _coverage(of: Share) -> CoveragePart:
    return CoveragePart(of.instruction.id, of.instruction.title, of.checked, len(of.excused), of.total)


def _quarantine(inputs: Inputs) -> tuple[QuarantinePart, ...]:
    used = {one.place.identity for one in inputs.run.scenarios if inputs.is_quarantined(one)}
    terms = [entry.term for entry in inputs.quarantine]
    return tuple(QuarantinePart(one.id, one.reason, one.owner, one.until, one.id in used) for one in terms)


def _changes(changes: Changes) -> ChangesPart:
    return ChangesPart(
        worse=_identities(changes.worse),
        better=_identities(changes.better),
        skipped=_identities(changes.skipped),
        new=_identities(changes.new),
        gone=_identities(changes.gone),
        clauses=tuple(ChangedClause(*one) for one in changes.clauses),
    )


def _identities(scenarios: tuple[Scenario, ...]) -> tuple[str, ...]:
    return tuple(one.place.identity for one in scenarios)
