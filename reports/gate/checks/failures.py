"""Whether anything went wrong outside the quarantine."""

from __future__ import annotations

from collections.abc import Iterator

from reports.gate.finding import Code, Examined, Finding, about
from reports.gate.inputs import Inputs
from reports.record.run import Scenario
from reports.record.status import NEVER_ENDED, WORDS
from reports.wording import culprit, first_line

TITLE = "Вне карантина прошло всё"
BAD = ("failed", "broken", "unsound")


def examine(inputs: Inputs) -> Examined:
    """Find each scenario that did not pass and is not forgiven, and each feature that could not be read."""
    run = inputs.run
    ran = [one for one in run.scenarios if one.status not in NEVER_ENDED]
    bad = [one for one in ran if one.status in BAD]
    closing = [one for one in bad if not inputs.is_quarantined(one)]
    problems = (
        Finding("failures", Code.FINDING, first_line(one.message), one.uri, one.line) for one in run.problems
    )
    measured = f"не пройдено {len(bad)}, из них в карантине {len(bad) - len(closing)}"
    return Examined(len(ran), measured, (*_told(closing), *problems))


def _told(scenarios: list[Scenario]) -> Iterator[Finding]:
    for one in scenarios:
        step = culprit(one)
        line = step.line if step is not None else 0
        word = WORDS[one.status].word.capitalize()
        at = f" на шаге «{step.sentence}»" if step is not None and step.sentence else ""
        yield about("failures", Code.FINDING, f"{word}{at}: {first_line(one.reason)}", one, line)
