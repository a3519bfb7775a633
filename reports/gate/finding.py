"""What the gate finds: frozen values, whoever shows them later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reports.record.run import Scenario


class Code(IntEnum):
    """How the gate ends; a worse one beats the others."""

    OPEN = 0
    FINDING = 1
    UNUSABLE = 2
    INCOMPLETE = 3
    POLICY = 4


WORST_FIRST = (Code.UNUSABLE, Code.INCOMPLETE, Code.FINDING, Code.POLICY, Code.OPEN)
SEVERITIES = ("критично", "важно", "прочее")  # tags, the worst first; steps/language/tags.toml explains them


@dataclass(frozen=True)
class Finding:
    """One reason to close the gate: a Russian sentence, the scenario it is about, and where to look."""

    check: str
    code: Code
    text: str
    file: str = ""
    line: int = 0
    scenario: str = ""
    title: str = ""
    severity: str = ""

    @property
    def place(self) -> str:
        """File and line, as an editor takes them; empty for what stands nowhere."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def called(self) -> str:
        """The scenario's name as a sentence names it: quoted, unless it quotes something itself."""
        return f"«{self.title}»" if self.title and "«" not in self.title else self.title

    @property
    def weight(self) -> tuple[int, int, str, int]:
        """What comes first: the worse code, the worse severity, then the order of the files."""
        known = SEVERITIES.index(self.severity) if self.severity in SEVERITIES else len(SEVERITIES)
        return WORST_FIRST.index(self.code), known, self.file, self.line


@dataclass(frozen=True)
class Examined:
    """What a check looked at: how many things, what it measured in words, and what it found."""

    looked_at: int
    measured: str
    findings: tuple[Finding, ...] = ()


def severity_of(scenario: Scenario) -> str:
    """Return the tag that says how much depends on a scenario; empty where none does."""
    tags = {tag.removeprefix("@") for tag in scenario.place.tags}
    return next((severity for severity in SEVERITIES if severity in tags), "")


def about(check: str, code: Code, text: str, scenario: Scenario, line: int = 0) -> Finding:
    """Return a finding about a scenario, at one of its lines or at its own."""
    place = scenario.place
    at = place.uri, line or place.line, place.identity, place.heading, severity_of(scenario)
    return Finding(check, code, text, *at)
