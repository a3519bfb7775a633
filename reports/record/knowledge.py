"""What is known of a clause on a stand: one record, whoever found it out, and the file such records are kept in."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from reports.record.folder import KNOWN, write_whole
from reports.record.tables import TABLE, TableUnsound, Text, as_tables

LEDGER = Path(__file__).parents[2] / "fixtures" / KNOWN
OPERATOR = "оператор"  # the role of who was asked for codes, and whether they are a robot
FRESH_DAYS = 90  # what was found longer ago is to be looked at again, if a stand does not say otherwise
RELEASES = LEDGER.with_name("releases.ndjson")  # what was known of each clause when something was released


SEEN_BY_PERSON = ("confirmed", "differs", "unchecked")  # as said, otherwise, or not got there


class LedgerUnsound(ValueError):
    """A file of records cannot be read; the message is Russian and names the file, and the line."""


class Source(StrEnum):
    """Who found it out."""

    RUN = "run"
    PERSON = "person"


class Decision(StrEnum):
    """Who is right where document and system differ, as a person has decided."""

    DOCUMENT = "document"
    SYSTEM = "system"
    LATER = "later"


@dataclass(frozen=True, config=TABLE)
class Known:
    """The verdict on a clause, where and when it was found, and by whom; `decision` is what a person made of it.

    `place` are the words that follow the verdict: «на симуляторе», «Пермский край». `sentences` are the fingerprints
    of what the source said then, `seen` is what was there instead, or a person's note: a record speaks of these alone.
    `release` names what was tried, where that is known. A run tells its `stand`, whether that is `live`, the real
    system, and for how many days a verdict is fresh there.
    """

    clause: Text
    verdict: Text
    place: Text
    date: datetime.date
    source: Source
    role: str = ""
    decision: Decision | None = None
    sentences: tuple[str, ...] = ()
    seen: str = ""
    release: str = ""
    stand: str = ""
    live: bool = False
    fresh_days: int | None = None

    @model_validator(mode="after")
    def _says_what_people_say(self) -> Self:
        person = self.source is Source.PERSON and self.decision is None
        if person and self.verdict not in SEEN_BY_PERSON:
            raise ValueError(
                f"verdict «{self.verdict}»: человек говорит одно из: {', '.join(SEEN_BY_PERSON)}"
            )
        if self.source is Source.RUN and self.decision is not None:
            raise ValueError("decision: решает человек, не прогон")
        return self

    def same_matter(self, other: Known) -> bool:
        """Tell whether both speak of one thing: the same clause, saying the same, found so in the same place."""
        return self._matter == other._matter

    def days(self, today: datetime.date) -> int:
        """Return how old it is."""
        return (today - self.date).days

    def is_old(self, today: datetime.date) -> bool:
        """Whether it is to be found anew, as its stand has it."""
        return self.fresh_days is not None and self.days(today) > self.fresh_days

    @property
    def _matter(self) -> tuple[object, ...]:
        return self.clause, self.verdict, self.place, self.sentences, self.seen


def read_ledger(path: Path) -> tuple[Known, ...]:
    """Read the records of a file, oldest first, none if there is no file; raises LedgerUnsound."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerUnsound(
            f"{path.name}: файл не читается. Нужен текст в UTF-8, строка на запись"
        ) from error
    return tuple(
        _known(line, f"{path.name}, строка {at}") for at, line in enumerate(lines, 1) if line.strip()
    )


def read_decisions(path: Path) -> tuple[Known, ...]:
    """Read the file a page of the report has saved; raises LedgerUnsound, also for what is no decision."""
    if not path.is_file():
        raise LedgerUnsound(f"Файла с решениями нет: {path}")
    decisions = read_ledger(path)
    if not decisions:
        raise LedgerUnsound(f"{path.name}: решений в файле нет. Сохраните их кнопкой на странице отчёта")
    for at, one in enumerate(decisions, 1):
        if one.decision is None or one.source is not Source.PERSON:
            raise LedgerUnsound(f"{path.name}, запись {at}: это не решение человека")
    return decisions


def add_to_ledger(path: Path, records: Iterable[Known]) -> tuple[Known, ...]:
    """Add what the file does not say yet, and return that; raises LedgerUnsound, and then nothing is written."""
    there = read_ledger(path)
    new = tuple(one for one in dict.fromkeys(records) if one not in there)
    if new:
        write_ledger(path, (*there, *new))
    return new


def write_ledger(path: Path, records: Sequence[Known]) -> None:
    """Write the file anew, a line for each record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (_line(one) for one in records))


def as_json(one: Known) -> dict[str, Any]:
    """Return the record as the file has it: what there is nothing to say of is left out."""
    said = {key: value for key, value in asdict(one).items() if value not in ("", None, (), False)}
    return said | {"date": one.date.isoformat()}


def _line(one: Known) -> str:
    return json.dumps(as_json(one), ensure_ascii=False) + "\n"


def _known(line: str, where: str) -> Known:
    try:
        written = json.loads(line)
    except ValueError as error:
        raise LedgerUnsound(f"{where}: это не запись JSON. Исправьте строку или удалите её") from error
    if not isinstance(written, dict):
        raise LedgerUnsound(f"{where}: это не запись: нужны фигурные скобки")
    try:
        return as_tables(written, Known, where)
    except TableUnsound as problem:
        told = [one.removeprefix(f"{where}: ") for one in str(problem).splitlines()]
        raise LedgerUnsound(f"{where}: {'; '.join(told)}") from None
