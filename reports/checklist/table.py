"""The form as a spreadsheet: what is to be filled in is coloured, an answer is chosen from a list."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.checklist.form import ANSWER, ANSWERS, COLUMNS, HEAD, PICTURE, SEEN, Form, Row
from reports.sheets import fit_rows, lay_out

WIDTHS = (5, 17, 46, 34, 12, 40, 20, 22)
FILLED_IN = (ANSWER, SEEN, PICTURE)
HELP = (
    "Ответ — из списка: так, не так, не дошёл. «Не так» — напишите, что на экране. Строку без ответа считаем "
    "непройденной. Имён, телефонов, паролей и кодов не пишите."
)
EXAMPLES = ("например, 20.11.2026", "например, Пермский край", "учитель, родитель или ученик")
TO_FILL = PatternFill("solid", fgColor="FFF7DC")
HEADING = PatternFill("solid", fgColor="E8EEF6")
THIN = Side(style="thin", color="BFBFBF")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
TOP = Alignment(vertical="top", wrap_text=True)


def as_table(form: Form) -> bytes:
    """Return the form as the content of an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Worksheet = book.create_sheet("Обход")
    _head(sheet, form)
    first = sheet.max_row + 1
    for title, rows in form.sections:
        sheet.append(["", "", title])
        _colour(sheet, HEADING, Font(bold=True))
        for row in rows:
            sheet.append(_cells(row))
            _draw(sheet)
    _choose(sheet, first)
    fit_rows(sheet, first - 1)
    lay_out(sheet, first - 1)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _head(sheet: Worksheet, form: Form) -> None:
    sheet.append([f"Обход: {form.instruction.title}"])
    sheet["A1"].font = Font(bold=True, size=15)
    sheet.append([HELP])
    sheet.merge_cells("A2:H2")
    sheet["A2"].alignment = TOP
    sheet.row_dimensions[2].height = 32
    for name, example in zip(HEAD, EXAMPLES, strict=True):
        sheet.append(["", name, "", example])
        at = sheet.max_row
        sheet.cell(at, 2).font = Font(bold=True)
        filled = sheet.cell(at, 3)
        filled.fill, filled.border, filled.number_format = TO_FILL, GRID, "@"
        sheet.cell(at, 4).font = Font(italic=True, color="808080")
    sheet.append([])
    sheet.append(list(COLUMNS))
    _colour(sheet, HEADING, Font(bold=True))
    for column, width in zip("ABCDEFGH", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width


def _cells(row: Row) -> list[str | int]:
    clause = row.clause
    return [row.number, clause.id, f"{row.task}: {clause.text}", row.labels, "", "", "", row.sentence]


def _colour(sheet: Worksheet, fill: PatternFill, font: Font) -> None:
    for cell in sheet[sheet.max_row]:
        cell.fill, cell.font, cell.border, cell.alignment = fill, font, GRID, TOP


def _draw(sheet: Worksheet) -> None:
    for name, cell in zip(COLUMNS, sheet[sheet.max_row], strict=True):
        cell.border, cell.alignment = GRID, TOP
        if name in FILLED_IN:
            cell.fill, cell.number_format = TO_FILL, "@"
    sheet.cell(sheet.max_row, len(COLUMNS)).font = Font(color="A6A6A6")


def _choose(sheet: Worksheet, first: int) -> None:
    listed = DataValidation(
        "list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True, showErrorMessage=True
    )
    listed.errorTitle, listed.error = "Ответ", f"Одно из: {', '.join(ANSWERS)}"
    column = "ABCDEFGH"[COLUMNS.index(ANSWER)]
    listed.add(f"{column}{first}:{column}{sheet.max_row}")
    sheet.add_data_validation(listed)
