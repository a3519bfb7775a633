"""Reads what comes back: a spreadsheet, or a text with columns, as rows of words with their numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from reports.checklist.form import ANSWER, CLAUSE

READ = (".xlsx", ".csv", ".txt")
DELIMITERS = ";\t,"


class FormUnsound(ValueError):
    """A filled form cannot be taken; the message is Russian and names the file and each row in question."""


@dataclass(frozen=True)
class Line:
    """A row of a table as a person sees it in a spreadsheet: its number, and its cells without blanks around."""

    number: int
    cells: tuple[str, ...]


def read_lines(path: Path) -> list[Line]:
    """Read the rows of the table in a file; raises FormUnsound."""
    ending = path.suffix.lower()
    if ending not in READ:
        raise FormUnsound(
            f"{path.name}: такие файлы не принимаем. Нужна таблица .xlsx или .csv. "
            "Заполняли страницу — нажмите на ней «Сохранить ответы»."
        )
    try:
        rows = _of_book(path) if ending == ".xlsx" else _of_text(path)
        return [Line(number, tuple(map(_word, row))) for number, row in enumerate(rows, 1)]
    except FileNotFoundError:
        raise FormUnsound(f"Файла нет: {path}") from None
    except (OSError, ValueError, csv.Error) as error:
        raise FormUnsound(f"{path.name}: таблица не читается. Сохраните её заново как .xlsx") from error


def is_header(line: Line) -> bool:
    """Say whether a row names the columns."""
    return {CLAUSE, ANSWER} <= set(line.cells)


def _of_book(path: Path) -> Sequence[Sequence[Any]]:
    try:
        book = load_workbook(path, data_only=True)
    except OSError:
        raise
    except Exception as error:  # what somebody else's program wrote may be wrong in any way
        raise ValueError(path.name) from error
    sheets = [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]
    return next(filter(_has_header, sheets), sheets[0] if sheets else [])


def _of_text(path: Path) -> Sequence[Sequence[str]]:
    body = path.read_bytes()
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1251")  # what a Russian Excel saves
    tables = [list(csv.reader(StringIO(text, newline=""), delimiter=one)) for one in DELIMITERS]
    return next((rows for rows in tables if _has_header(rows)), tables[0])


def _has_header(rows: Sequence[Sequence[Any]]) -> bool:
    return any(is_header(Line(0, tuple(map(_word, row)))) for row in rows)


def _word(cell: Any) -> str:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return "" if cell is None else " ".join(str(cell).split())


def filled_head(lines: Sequence[Line], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands beside each of these names above the table."""
    for line in lines:
        for at, cell in enumerate(line.cells[:-1]):
            if cell.rstrip(":").capitalize() in names:
                yield cell.rstrip(":").capitalize(), line.cells[at + 1]
