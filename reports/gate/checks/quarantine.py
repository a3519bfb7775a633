"""Whether the quarantine itself is in order: nothing in it has expired, and all of it is about something."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.gate.quarantine import Entry
from reports.russian import day

TITLE = "Карантин в порядке"
ALIKE = 0.8  # from here on one id is taken for another, written wrongly or renamed


def examine(inputs: Inputs) -> Examined | None:
    """Find entries that are over, and such as name no scenario; None where there is no quarantine."""
    if not inputs.quarantine:
        return None
    run = inputs.run
    there = {one.place.identity for one in run.scenarios} | {one.place.identity for one in run.left_out}
    there |= {one.identity for one in run.unread}
    found = tuple(finding for entry in inputs.quarantine for finding in _wrong(inputs, entry, there))
    return Examined(len(inputs.quarantine), f"записей {len(inputs.quarantine)}", found)


def _wrong(inputs: Inputs, entry: Entry, there: set[str]) -> Iterator[Finding]:
    term = entry.term
    at = entry.file, entry.line, term.id
    if term.id not in there:
        near = get_close_matches(term.id, there, n=1, cutoff=ALIKE)
        advice = f"Может быть, «{near[0]}»?" if near else "Поправьте id или уберите запись."
        text = f"В карантине сценарий, которого нет: «{term.id}». {advice}"
        yield Finding("quarantine", Code.POLICY, text, *at)
    if entry.is_over(inputs.today):
        text = f"Срок карантина вышел {day(term.until)}: «{term.id}». За него отвечает {term.owner}."
        yield Finding("quarantine", Code.POLICY, text, *at)
