"""The decision: every check in its order, what they found with the worst first, and one exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType

from reports.gate.changes import Changes, changes_since
from reports.gate.checks import (
    coverage,
    divergences,
    failures,
    keys,
    planted,
    quarantine,
    severity,
    skipped,
    unstable,
    whole,
)
from reports.gate.finding import WORST_FIRST, Code, Examined, Finding
from reports.gate.inputs import Inputs

# In the order in which a reader is told of them.
CHECKS: tuple[ModuleType, ...] = (
    whole,
    failures,
    severity,
    unstable,
    skipped,
    coverage,
    divergences,
    planted,
    quarantine,
    keys,
)
TITLES = {check.__name__.rpartition(".")[2]: check.TITLE for check in CHECKS}


@dataclass(frozen=True)
class Answer:
    """What one check found, under its name and title."""

    check: str
    title: str
    examined: Examined

    @property
    def is_good(self) -> bool:
        """Whether it has nothing against the release."""
        return not self.examined.findings


@dataclass(frozen=True)
class Decision:
    """Whether the release may go on, and everything that says so; `findings` stand with the worst first."""

    inputs: Inputs
    code: Code
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    changes: Changes | None

    @property
    def is_open(self) -> bool:
        """Whether the release may go on."""
        return self.code is Code.OPEN


def decide(inputs: Inputs) -> Decision:
    """Ask every check that the policy has a question for."""
    answers = tuple(_answers(inputs))
    found = [finding for answer in answers for finding in answer.examined.findings]
    code = min((one.code for one in found), key=WORST_FIRST.index, default=Code.OPEN)
    ordered = tuple(sorted(found, key=lambda one: one.weight))
    return Decision(inputs, code, answers, ordered, changes_since(inputs))


def _answers(inputs: Inputs) -> list[Answer]:
    answers = []
    for check in CHECKS:
        examine: Callable[[Inputs], Examined | None] = check.examine
        if examined := examine(inputs):
            name = check.__name__.rpartition(".")[2]
            answers.append(Answer(name, check.TITLE, _not_idle(name, check.TITLE, examined)))
    return answers


def _not_idle(name: str, title: str, examined: Examined) -> Examined:
    """A rule that looked at nothing has proven nothing."""
    if examined.looked_at or examined.findings:
        return examined
    text = f"Правило «{title}» ни на что не посмотрело: смотреть было не на что."
    return replace(examined, findings=(Finding(name, Code.POLICY, text),))
