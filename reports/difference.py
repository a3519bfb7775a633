"""What a failed step expected and what was on the screen instead, in words a methodologist can pass on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reports.coverage import Trial, Verdict
from reports.record.clauses import Clause
from reports.record.facts import Difference
from reports.record.origins import Origin, origin
from reports.record.run import Step
from reports.wording import first_line

# What is missing, by its kind, when nothing on the screen resembles it.
_MISSING = {
    "button": "на экране «{screen}» такой кнопки нет",
    "field": "на экране «{screen}» такого поля нет",
    "text": "на экране «{screen}» такой надписи нет",
}
_PROMISED = {
    Origin.SOURCE: "в инструкции",
    Origin.OBSERVED: "в настоящей системе видели",
    Origin.ASSUMED: "предположено",
}


@dataclass(frozen=True)
class DifferenceInWords:
    """A sentence, and the captions of the same kind that were on the screen."""

    text: str
    present: tuple[str, ...] = ()


def difference(step: Step, clause: Clause | None = None) -> DifferenceInWords | None:
    """Return what differed at a failed step, in the words of its clause; None for a step that did not fail."""
    if step.status != "failed":
        return None
    for found in step.facts(Difference)[-1:]:
        if found.expected:
            return DifferenceInWords(f"{_said(found.expected, clause)}, {_seen(found)}", found.present)
    return DifferenceInWords(first_line(step.message))


def told_by(trial: Trial, clause: Clause) -> DifferenceInWords | None:
    """Return what differed for the clause, also where a step of no clause barred the way to it; None if nothing."""
    if trial.blocked_by:
        return _barred(trial.reason, trial.blocked_by)
    found = difference(trial.step, clause)
    return replace(found, text=trial.reason) if found and trial.verdict is Verdict.CEASED else found


def _barred(reason: str, step: Step) -> DifferenceInWords:
    """Say where the way ended, and what was there: the reason has said already what was expected."""
    for found in step.facts(Difference)[-1:]:
        if found.expected:
            return DifferenceInWords(f"{reason} — {_seen(found)}", found.present)
    return DifferenceInWords(f"{reason} — {first_line(step.message)}")


def _said(expected: str, clause: Clause | None) -> str:
    """Say who promised it: the instruction only what stands in it to the letter."""
    by_whom = clause and origin(expected, clause)
    return f"{_PROMISED[by_whom]} «{expected}»" if by_whom else f"в сценарии «{expected}»"


def _seen(found: Difference) -> str:
    if found.kind == "screen":
        return f"открыт экран «{found.nearest or found.screen}»"
    if found.nearest:
        return f"на экране «{found.nearest}»"
    return _MISSING.get(found.kind, "на экране «{screen}» этого нет").format(screen=found.screen)
