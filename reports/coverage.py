"""What a run says of each clause: computed from marks and verdicts of steps, never claimed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reports.record.clauses import Clause, Instruction
from reports.record.run import Run, Scenario, Step
from reports.wording import first_line, stopped


class Verdict(StrEnum):
    """The verdict on a clause; the order is that of the legend."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"
    OUTDATED = "outdated"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True)
class Trial:
    """One scenario's word on a clause: the step that decided it, and why it was not confirmed."""

    scenario: Scenario
    step: Step
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True)
class Finding:
    """What became of a clause. `tried` is the verdict of the run alone, which knows nothing of a changed source."""

    clause: Clause
    verdict: Verdict
    tried: Verdict
    reason: str = ""
    trials: tuple[Trial, ...] = ()


def findings(
    run: Run, instructions: Mapping[str, Instruction], outdated: Collection[str] = ()
) -> dict[str, Finding]:
    """Return the finding on each clause, by its id, in the order of the sources.

    `outdated` are the clauses whose sentence has changed in the source: no run can confirm what it says now.
    """
    trials = _trials(run.scenarios)
    left_out = {clause: one.place.title for one in run.left_out for clause in one.clauses}
    found = {}
    for clause in (clause for instruction in instructions.values() for clause in instruction.clauses):
        finding = _finding(clause, trials.get(clause.id, ()), left_out.get(clause.id, ""))
        changed = clause.id in outdated
        found[clause.id] = replace(finding, verdict=Verdict.OUTDATED) if changed else finding
    return found


def _finding(clause: Clause, trials: Sequence[Trial], left_out: str) -> Finding:
    """A clause is confirmed only by every scenario that carries it, and by at least one."""
    if not clause.checkable:
        verdict, reason = Verdict.UNCHECKABLE, clause.reason
    elif worst := next((one for one in trials if one.verdict is Verdict.DIFFERS), None):
        verdict, reason = Verdict.DIFFERS, worst.reason
    elif not trials and not left_out:
        verdict, reason = Verdict.UNCHECKED, "В этом прогоне его не выполняет ни один сценарий."
    elif doubt := next((one for one in trials if one.verdict is Verdict.UNCHECKED), None):
        verdict, reason = Verdict.UNCHECKED, doubt.reason
    elif left_out:
        verdict, reason = Verdict.UNCHECKED, f"Не все его сценарии выбраны для прогона: нет «{left_out}»."
    else:
        verdict, reason = Verdict.CONFIRMED, ""
    return Finding(clause, verdict, verdict, reason, tuple(trials))


def _trials(scenarios: Sequence[Scenario]) -> dict[str, list[Trial]]:
    trials: dict[str, list[Trial]] = {}
    for scenario in scenarios:
        marked: dict[str, list[Step]] = {}
        for step in scenario.steps:
            for clause in step.clauses:
                marked.setdefault(clause, []).append(step)
        for clause, steps in marked.items():
            trials.setdefault(clause, []).append(_trial(scenario, steps))
    return trials


def _trial(scenario: Scenario, steps: Sequence[Step]) -> Trial:
    """The first of the marked steps that did not pass decides; when all did, the last one is the proof."""
    for step in steps:
        if step.status == "failed":
            return Trial(scenario, step, Verdict.DIFFERS, first_line(step.message))
    for step in steps:
        if step.status != "passed":
            return Trial(scenario, step, Verdict.UNCHECKED, _why_unchecked(scenario, step))
    return Trial(scenario, steps[-1], Verdict.CONFIRMED)


def _why_unchecked(scenario: Scenario, step: Step) -> str:
    if step.status == "broken":
        return f"Проверка сломалась на этом шаге: {first_line(step.message)}"
    if step.status == "skipped":
        return f"Сценарий пропущен: {first_line(step.message or scenario.reason)}"
    return stopped(scenario)


def counted(found: Iterator[Finding] | Collection[Finding]) -> dict[Verdict, int]:
    """Return how many clauses have each verdict, every verdict named."""
    verdicts = [finding.verdict for finding in found]
    return {verdict: verdicts.count(verdict) for verdict in Verdict}
