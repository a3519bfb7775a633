"""An instruction in sections: its clauses in the order of the source, under the headings of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from reports.coverage import Finding
from reports.record.clauses import Clause, Instruction

VARIANT = re.compile(r"v\d+")


@dataclass(frozen=True)
class Section:
    """Findings under one heading; `variant` names the way through the instruction they belong to, if any."""

    title: str
    variant: str
    findings: tuple[Finding, ...]

    @property
    def anchor(self) -> str:
        """What a link to the section ends with."""
        return f"s-{self.findings[0].clause.id}"


def sections(instruction: Instruction, findings: Mapping[str, Finding]) -> list[Section]:
    """Return the sections in the order of the source."""
    return [
        Section(title, variant, tuple(findings[clause.id] for _, clause in each))
        for (title, variant), each in groupby(titled(instruction), key=lambda pair: pair[0])
    ]


def titled(instruction: Instruction) -> Iterator[tuple[tuple[str, str], Clause]]:
    """Yield each clause under a heading, and with its variant; without one it stands where the source says."""
    title = ""
    for clause in instruction.clauses:
        title = instruction.sections.get(clause.group, title)
        place = clause.where.partition(",")[0]
        variant = clause.group if VARIANT.fullmatch(clause.group) else ""
        yield (title or place[:1].upper() + place[1:], variant), clause
