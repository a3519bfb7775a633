"""The decision as GitHub's workflow commands: each finding stands at its line of the change."""

from __future__ import annotations

from collections.abc import Iterator

from reports.gate.deciding import TITLES, Decision
from reports.gate.finding import Finding
from reports.gate.paragraph import paragraph
from reports.record.printable import printable

AT_MOST = 10  # GitHub shows no more of one kind for one step


def workflow_commands(decision: Decision) -> list[str]:
    """Return a command a line, the worst first; what GitHub would drop in silence is told in the last one."""
    shown = decision.findings if len(decision.findings) <= AT_MOST else decision.findings[: AT_MOST - 1]
    told = [_command("error", _title(one), one.text, one.file, one.line) for one in shown]
    if left := len(decision.findings) - len(shown):
        told.append(
            _command("error", "Ворота закрыты", f"И ещё причин: {left}. Все — в verdict.json и в сводке.")
        )
    return [*told, *_verdict(decision)]


def _verdict(decision: Decision) -> Iterator[str]:
    word = "Ворота открыты" if decision.is_open else f"Ворота закрыты, код {decision.code}"
    yield _command("notice", word, paragraph(decision))


def _title(finding: Finding) -> str:
    return finding.title or TITLES[finding.check]


def _command(kind: str, title: str, text: str, file: str = "", line: int = 0) -> str:
    where = {"file": file, "line": str(line) if file and line else "", "title": title}
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items() if value)
    return f"::{kind} {properties}::{_data(text)}"


def _data(text: str) -> str:
    """Escape what would end a command, as GitHub's own toolkit does."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
