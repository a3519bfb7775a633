"""Whether all that was planned was carried out, each scenario exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.gate.finding import Code, Examined, Finding, about
from reports.gate.inputs import Inputs
from reports.record.run import Run, Scenario
from reports.record.status import NEVER_ENDED, WORDS

TITLE = "Выполнено всё, что запланировано, и по одному разу"


def examine(inputs: Inputs) -> Examined:
    """Find what is missing, and what was carried out twice."""
    run = inputs.run
    done = sum(one.status not in NEVER_ENDED for one in run.scenarios)
    lacks = [Finding("whole", Code.INCOMPLETE, lack) for lack in inputs.shortcomings]
    found = (*lacks, *_empty(run), *_missing(run), *_twice(run))
    return Examined(len(run.scenarios), f"выполнено {done} из {len(run.scenarios)}", found)


def _empty(run: Run) -> Iterator[Finding]:
    if all(one.status in ("skipped", *NEVER_ENDED) for one in run.scenarios):
        yield Finding("whole", Code.INCOMPLETE, "Ни один сценарий не выполнен, судить не по чему.")


def _missing(run: Run) -> Iterator[Finding]:
    for one in run.scenarios:
        if one.status in NEVER_ENDED:
            yield about("whole", Code.INCOMPLETE, f"Сценарий {WORDS[one.status].word}.", one)


def _twice(run: Run) -> Iterator[Finding]:
    planned = Counter(one.place.identity for one in run.scenarios)
    seen: dict[str, Scenario] = {}
    for one in run.scenarios:
        name = one.place.identity
        times = max(one.executed, planned[name])
        if times > 1 and seen.setdefault(name, one) is one:
            yield about("whole", Code.UNUSABLE, f"Сценарий выполнен не один раз: {times}.", one)
