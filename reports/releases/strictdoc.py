"""The ledger as a document of StrictDoc: a requirement for each clause, its last status, and its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reports.coverage import Verdict
from reports.layout import VERDICTS
from reports.record.clauses import Clause, Instruction
from reports.record.knowledge import Known
from reports.record.printable import printable
from reports.releases.statuses import Column, Statuses

# In the order in which the fields stand in a requirement: StrictDoc wants that of its grammar.
FIELDS = ("UID", "STATUS", "RELEASE", "STAND", "DATE", "TITLE", "STATEMENT", "HISTORY")
UNKNOWN = "нет записей"


def sdoc(statuses: Statuses, instructions: Mapping[str, Instruction]) -> str:
    """Return the document: every clause of the lists, also one that no release has a word on."""
    parts = [_grammar(), *(_section(one, statuses) for one in instructions.values())]
    return printable("\n".join(parts))


def _grammar() -> str:
    fields = "\n".join(f"  - TITLE: {name}\n    TYPE: String\n    REQUIRED: False" for name in FIELDS)
    document = "[DOCUMENT]\nTITLE: Пункты инструкций по выпускам"
    return f"{document}\n\n[GRAMMAR]\nELEMENTS:\n- TAG: REQUIREMENT\n  FIELDS:\n{fields}\n"


def _section(instruction: Instruction, statuses: Statuses) -> str:
    inner = "\n".join("\n".join(_requirement(clause, statuses)) + "\n" for clause in instruction.clauses)
    return f"[[SECTION]]\nTITLE: {_line(instruction.title)}\n\n{inner}\n[[/SECTION]]\n"


def _requirement(clause: Clause, statuses: Statuses) -> Iterator[str]:
    history = list(statuses.history(clause.id))
    yield "[REQUIREMENT]"
    yield f"UID: {clause.id}"
    if history:
        column, known = history[-1]
        yield f"STATUS: {VERDICTS[Verdict(known.verdict)][1]}"
        yield f"RELEASE: {_line(column.release)}"
        yield f"STAND: {_line(column.place)}"
        yield f"DATE: {known.date.isoformat()}"
    else:
        yield f"STATUS: {UNKNOWN}"
    yield f"TITLE: {_line(clause.address)}"
    yield from _block("STATEMENT", [clause.text])
    told = [_told(column, known) for column, known in history]
    if told:
        yield from _block("HISTORY", told)


def _told(column: Column, known: Known) -> str:
    verdict = VERDICTS[Verdict(known.verdict)][1]
    return f"{column.release} · {column.place} · {known.date.isoformat()} · {verdict}"


def _block(name: str, lines: list[str]) -> Iterator[str]:
    yield f"{name}: >>>"
    yield from (_line(line) for line in lines)
    yield "<<<"


def _line(text: str) -> str:
    """Return a text on one line; what ends a block of StrictDoc's ends none here."""
    return " ".join(text.replace("<<<", "«").split())
