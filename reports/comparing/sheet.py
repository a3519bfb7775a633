"""The table of a comparison as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from reports.comparing.finding import Comparison
from reports.comparing.rows import HEADER, rows
from reports.sheets import fit_rows, lay_out

WIDTHS = (16, 34, 34, 34, 34, 34)
GUESSES = ("Ключ", "Догадка симулятора", "Увидели", "Верна")


def write_sheet(found: Comparison, path: Path) -> None:
    """Write differences and guesses, a sheet each; raises OSError."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book, "Отличия", HEADER, [row.cells for row in rows(found)])
    guesses = [(one.key, one.guessed, one.seen, "да" if one.right else "нет") for one in found.assumptions]
    _fill(book, "Догадки", GUESSES, guesses)
    book.save(path)


def _fill(book: Workbook, name: str, header: tuple[str, ...], lines: Iterable[Sequence[str]]) -> None:
    sheet = book.create_sheet(name)
    sheet.append(header)
    for line in lines:
        sheet.append(line)
    for column, width in zip(sheet.columns, WIDTHS, strict=False):
        sheet.column_dimensions[str(column[0].column_letter)].width = width
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    lay_out(sheet, 1)
    fit_rows(sheet, 1)
