"""What a check has come to: its findings, how many files it looked at, and what it amounts to."""

from __future__ import annotations

from dataclasses import dataclass

from steps.language.rule import Weight
from steps.lint.linting import Finding


@dataclass(frozen=True)
class Report:
    """The findings of one check, of so many files, of which some may have been mended."""

    findings: tuple[Finding, ...]
    files: int
    mended: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()  # what could not be looked into, and why, in Russian

    def count(self, weight: Weight) -> int:
        """Return how many findings weigh that."""
        return sum(finding.weight is weight for finding in self.findings)

    def is_clean(self, strict: bool = False) -> bool:
        """Say whether there is nothing but advice, or nothing at all."""
        return not any(strict or finding.weight is not Weight.ADVICE for finding in self.findings)
