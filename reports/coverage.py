"""What a run says of each clause: computed from marks and verdicts of steps, never claimed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reports.record.clauses import Clause, Instruction
from reports.record.marks import counts_at
from reports.record.run import Run, Scenario, Step
from reports.wording import first_line, stopped


class Verdict(StrEnum):
    """The verdict on a clause; the order is that of the legend. No clause is NEW: it counts sentences nobody read.

    No run finds STALE: it is what becomes of a verdict that is older than its stand lets it be.
    """

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    KNOWN = "known"
    CEASED = "ceased"
    STALE = "stale"
    UNCHECKED = "unchecked"
    OUTDATED = "outdated"
    NEW = "new"
    UNCHECKABLE = "uncheckable"


class Lack(StrEnum):
    """Why a clause has no scenario in the run, and the word for it."""

    DELETED = "удалён"
    NOT_CHOSEN = "не выбран"
    NOT_WRITTEN = "не написан"


FOUND = (Verdict.DIFFERS, Verdict.CEASED)  # what a run has found out against the words of a clause
TELLING = (
    *FOUND,
    Verdict.KNOWN,
    Verdict.CONFIRMED,
)  # what says something of document and system, the worst first


@dataclass(frozen=True)
class Trial:
    """One scenario's word on a clause: the step that decided it, and why it was not confirmed.

    `blocked_by` is the step of no clause that failed before it, so that nobody got to the clause's own.
    """

    scenario: Scenario
    step: Step
    verdict: Verdict
    reason: str = ""
    blocked_by: Step | None = None

    @property
    def telling_step(self) -> Step:
        """The step at which one sees why."""
        return self.blocked_by or self.step


@dataclass(frozen=True)
class Finding:
    """What became of a clause. `tried` is the verdict of the run alone: it knows no changed source and no day."""

    clause: Clause
    verdict: Verdict
    tried: Verdict
    reason: str = ""
    trials: tuple[Trial, ...] = ()
    lack: Lack | None = None


@dataclass(frozen=True)
class Absence:
    """Scenarios of a clause that are not among those of the run: why, and which is one of them."""

    lack: Lack
    title: str = ""
    of_this_choice: bool = False  # left out of the very files that the run read

    def told(self, partly: bool) -> str:
        """Say it; `partly` when others of the clause were carried out."""
        if self.lack is Lack.NOT_CHOSEN and partly:
            return f"Не все его сценарии выбраны для прогона: нет «{self.title}»."
        if self.lack is Lack.NOT_CHOSEN:
            return f"Сценарий не выбран: этот прогон — часть, «{self.title}» в неё не вошёл."
        if self.lack is Lack.DELETED:
            return f"Сценарий удалён: «{self.title}» был в прошлом прогоне, теперь в файлах его нет."
        return "Сценарий не написан: ни один из тех, что есть, этого пункта не выполняет."


def findings(
    run: Run,
    instructions: Mapping[str, Instruction],
    outdated: Collection[str] = (),
    earlier: Run | None = None,
) -> dict[str, Finding]:
    """Return the finding on each clause, by its id, in the order of the sources.

    `outdated` are the clauses whose sentence has changed in the source: no run can confirm what it says now.
    `earlier` is a run that may have had scenarios which are no longer written.
    """
    clauses = [clause for instruction in instructions.values() for clause in instruction.clauses]
    trials = _trials(run.scenarios, {clause.id for clause in clauses if clause.is_deed})
    absences = _absences(run, earlier)
    found = {}
    for clause in clauses:
        finding = _finding(clause, trials.get(clause.id, ()), absences.get(clause.id))
        changed = clause.id in outdated
        found[clause.id] = replace(finding, verdict=Verdict.OUTDATED) if changed else finding
    return found


def grown_old(found: Mapping[str, Finding]) -> dict[str, Finding]:
    """Return the findings of a run that was long ago: what it said of a clause is to be found anew."""
    return {
        name: replace(one, verdict=Verdict.STALE) if one.verdict in TELLING else one
        for name, one in found.items()
    }


def _absences(run: Run, earlier: Run | None) -> dict[str, Absence]:
    """Return which clauses have scenarios that are not in the run; the nearest to the run counts."""
    before = {one.place.identity: one for one in (earlier.scenarios if earlier else ())}
    here = {one.place.identity for one in run.scenarios}
    gone = [one for name, one in before.items() if name not in here]
    found: dict[str, Absence] = {}
    for scenario in gone:
        lack = Lack.NOT_CHOSEN if run.is_left_out(scenario.place) else Lack.DELETED
        told = Absence(lack, scenario.place.title)
        found.update((clause, told) for step in scenario.steps for clause in step.clauses)
    for unread in run.unread:
        found.update((clause, Absence(Lack.NOT_CHOSEN, unread.title)) for clause in unread.clauses)
    for left in run.left_out:
        told = Absence(Lack.NOT_CHOSEN, left.place.title, of_this_choice=True)
        found.update((clause, told) for clause in left.clauses)
    return found


def _finding(clause: Clause, trials: Sequence[Trial], absence: Absence | None) -> Finding:
    """A clause is confirmed only by every scenario that carries it, and by at least one."""
    if not clause.checkable:
        return _found(clause, trials, Verdict.UNCHECKABLE, clause.reason)
    if not trials:
        absence = absence or Absence(Lack.NOT_WRITTEN)
        return _found(clause, trials, Verdict.UNCHECKED, absence.told(partly=False), absence.lack)
    trials = [_reversed(one) for one in trials] if clause.differs else trials
    worst = min(trials, key=weight)
    if worst.verdict in (*FOUND, Verdict.UNCHECKED):
        return _found(clause, trials, worst.verdict, worst.reason)
    if absence and absence.of_this_choice:
        return _found(clause, trials, Verdict.UNCHECKED, absence.told(partly=True), absence.lack)
    return _found(clause, trials, worst.verdict, clause.differs.why if clause.differs else "")


def _found(
    clause: Clause, trials: Sequence[Trial], verdict: Verdict, reason: str, lack: Lack | None = None
) -> Finding:
    return Finding(clause, verdict, verdict, reason, tuple(trials), lack)


def weight(trial: Trial) -> tuple[int, bool]:
    """Return what decides first: what was found out, and at the clause's own step rather than on the way to it."""
    order = (*FOUND, Verdict.UNCHECKED, Verdict.KNOWN, Verdict.CONFIRMED)
    return order.index(trial.verdict), trial.blocked_by is not None


def _reversed(trial: Trial) -> Trial:
    """Read a step that shows the contrary of what its clause says: that it passed is the divergence known of."""
    if trial.blocked_by or trial.verdict not in (Verdict.CONFIRMED, Verdict.DIFFERS):
        return trial
    if trial.verdict is Verdict.CONFIRMED:
        return replace(trial, verdict=Verdict.KNOWN)
    return replace(
        trial, verdict=Verdict.CEASED, reason=f"Известное расхождение больше не видно: {trial.reason}"
    )


def _trials(scenarios: Sequence[Scenario], deeds: Collection[str]) -> dict[str, list[Trial]]:
    trials: dict[str, list[Trial]] = {}
    for scenario in scenarios:
        marked: dict[str, list[Step]] = {}
        for step in scenario.steps:
            for clause in step.clauses:
                marked.setdefault(clause, []).append(step)
        barrier = _barrier(scenario)
        for clause, steps in marked.items():
            trials.setdefault(clause, []).append(_trial(scenario, steps, barrier, clause in deeds))
    return trials


@dataclass(frozen=True)
class _Barrier:
    """A step of no clause at which the system showed something else, and the marked step it keeps people from."""

    step: Step
    blocked: Step


def _barrier(scenario: Scenario) -> _Barrier | None:
    """Return what bars the way. An arrangement never does: it says nothing of the way people go."""
    steps = scenario.steps
    failed = next((number for number, step in enumerate(steps) if step.status == "failed"), None)
    if failed is None or steps[failed].sentence is None:
        return None
    arranged = steps[failed].kind == "Context"
    at = counts_at([step.clauses for step in steps], failed, is_arrangement=arranged)
    return None if at in (None, failed) else _Barrier(steps[failed], steps[at])


def _trial(scenario: Scenario, steps: Sequence[Step], barrier: _Barrier | None, of_deed: bool) -> Trial:
    """The first of the marked steps that did not pass decides; when all did, the last one is the proof.

    What is to be done is proven where it was done, if that is marked.

    What ends now so, now otherwise is no proof of anything.
    """
    if scenario.status == "unstable":
        return Trial(scenario, steps[0], Verdict.UNCHECKED, first_line(scenario.reason))
    for step in steps:
        if step.status == "failed":
            return Trial(scenario, step, Verdict.DIFFERS, first_line(step.message))
    for step in steps:
        if barrier and step is barrier.blocked:
            reason = f"не дошли: «{barrier.step.sentence}»"
            return Trial(scenario, step, Verdict.DIFFERS, reason, barrier.step)
        if step.status != "passed":
            return Trial(scenario, step, Verdict.UNCHECKED, _why_unchecked(scenario, step))
    done = [step for step in steps if of_deed and step.kind == "Action"]
    return Trial(scenario, (done or steps)[-1], Verdict.CONFIRMED)


def _why_unchecked(scenario: Scenario, step: Step) -> str:
    if step.status == "broken":
        return f"Проверка сломалась на этом шаге: {first_line(step.message)}"
    if step.status == "skipped":
        return f"Сценарий пропущен: {first_line(step.message or scenario.reason)}"
    return stopped(scenario)


def counted(found: Iterator[Finding] | Collection[Finding], new: int = 0) -> dict[Verdict, int]:
    """Return how many clauses have each verdict, every verdict named; `new` are sentences that are no clause yet."""
    verdicts = [finding.verdict for finding in found]
    return {verdict: verdicts.count(verdict) for verdict in Verdict} | {Verdict.NEW: new}
