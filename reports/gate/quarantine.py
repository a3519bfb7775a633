"""The quarantine: scenarios whose failure is forgiven for a while, each with a reason, an owner and an end."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass as plain
from pathlib import Path
from typing import Annotated, Any

from pydantic.dataclasses import dataclass

from reports.record.tables import TABLE, TableUnsound, Text, among, as_tables, read_toml

QUARANTINE = Path(__file__).parents[2] / "quarantine.toml"
TABLE_NAME = "scenario"
OWNERS = ("автор", "методист", "инженер выпуска", "разработчик")  # roles: a name leaves with its person


@dataclass(frozen=True, config=TABLE)
class Term:
    """What an entry says: the identity of a scenario, why it is forgiven, who sees to it, and the last day of that."""

    id: Text
    reason: Text
    owner: Annotated[str, among(OWNERS)]
    until: datetime.date


@plain(frozen=True)
class Entry:
    """An entry of the file, and the line it begins on."""

    term: Term
    file: str
    line: int

    def is_over(self, today: datetime.date) -> bool:
        """Say whether its last day has gone by."""
        return self.term.until < today


def read_quarantine(path: Path) -> tuple[Entry, ...]:
    """Read the entries, none if there is no file; raise TableUnsound, with the line of each wrong entry."""
    if not path.exists():
        return ()
    written = read_toml(path)
    for key in written.keys() - {TABLE_NAME}:
        raise TableUnsound(f"{path.name}: ключ {key} неизвестен, есть: [[{TABLE_NAME}]]")
    tables = written.get(TABLE_NAME, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise TableUnsound(f"{path.name}: записи начинаются с [[{TABLE_NAME}]]")
    lines = list(_beginnings(path)) + [0] * len(tables)
    read, complaints = _read(path.name, list(zip(tables, lines, strict=False)))
    if complaints:
        raise TableUnsound("\n".join(complaints))
    return read


def _beginnings(path: Path) -> Iterator[int]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.replace(" ", "").startswith(f"[[{TABLE_NAME}]]"):
            yield number


def _read(file: str, tables: list[tuple[dict[str, Any], int]]) -> tuple[tuple[Entry, ...], list[str]]:
    read, complaints = [], []
    for table, line in tables:
        try:
            read.append(Entry(as_tables(table, Term, f"{file}:{line}"), file, line))
        except TableUnsound as problem:
            complaints.append(str(problem))
    times = Counter(entry.term.id for entry in read)
    complaints += [
        f"{file}:{entry.line}: сценарий «{entry.term.id}» записан дважды"
        for entry in read
        if times[entry.term.id] > 1
    ]
    return tuple(read), complaints
