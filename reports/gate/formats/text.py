"""The decision in a terminal: the paragraph, the reasons, what was looked at."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from reports.gate.deciding import Decision
from reports.gate.finding import Finding
from reports.gate.paragraph import paragraph
from reports.record.printable import printable

SHOWN_AT_MOST = 20


def lines(decision: Decision, width: int) -> list[str]:
    """Return the lines, none wider than asked but for what cannot be broken."""
    told = [*_wrapped(paragraph(decision), width), *_reasons(decision, width), *_checks(decision, width)]
    return [printable(line) for line in told]


def _reasons(decision: Decision, width: int) -> Iterator[str]:
    if decision.findings:
        yield from ("", "Что закрывает ворота:")
    for finding in decision.findings[:SHOWN_AT_MOST]:
        yield from _reason(finding, width)
    if left := len(decision.findings[SHOWN_AT_MOST:]):
        yield f"  … и ещё {left}, все — в verdict.json"


def _reason(finding: Finding, width: int) -> Iterator[str]:
    tag = f"@{finding.severity}" if finding.severity else ""
    head = "  ".join(filter(None, (finding.place, tag)))
    for line in filter(None, (head, finding.called)):
        yield from _wrapped(line, width, "  ", "    ")
    yield from _wrapped(finding.text, width, "    " if head or finding.called else "  ", "    ")


def _checks(decision: Decision, width: int) -> Iterator[str]:
    yield from ("", "Что проверено:")
    for answer in decision.answers:
        sign = "✓" if answer.is_good else "✗"
        told = f"{sign} {answer.title}: {answer.examined.measured}"
        yield from _wrapped(told, width, "  ", "      ")


def _wrapped(text: str, width: int, begin: str = "", further: str = "") -> list[str]:
    options = {"break_long_words": False, "break_on_hyphens": False}
    return textwrap.wrap(text, width, initial_indent=begin, subsequent_indent=further, **options)  # type: ignore[arg-type]  # two flags
