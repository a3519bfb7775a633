"""What all our workbooks share: how a sheet is read on a screen and lies on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from textwrap import wrap

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.record.clauses import Instruction

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # what a spreadsheet takes in no name of a sheet
NAME_LENGTH = 31  # and how long one may be
LINE = 15.0  # points that a line of text takes


def lay_out(sheet: Worksheet, header: int) -> None:
    """Keep the row that names the columns in sight and on every page; fit the breadth of paper lying on its side."""
    sheet.freeze_panes = f"A{header + 1}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def sheet_names(instructions: Iterable[Instruction]) -> dict[str, str]:
    """Return a name for the sheet of each instruction: the beginning of its title, or its journal where two are one."""
    known = list(instructions)
    begins = Counter(_begin(one) for one in known)
    names = {one.id: one.journal if begins[_begin(one)] > 1 else _begin(one) for one in known}
    return {key: FORBIDDEN.sub(" ", name)[:NAME_LENGTH].strip(" '") or key for key, name in names.items()}


def _begin(instruction: Instruction) -> str:
    return instruction.title.partition(":")[0]


def fit_rows(sheet: Worksheet, first: int) -> None:
    """Make every row from the first on as high as its longest cell: not every program does so by itself."""
    merged = {row for area in sheet.merged_cells.ranges for row in range(area.min_row, area.max_row + 1)}
    for number, cells in enumerate(sheet.iter_rows(min_row=first), first):
        if number not in merged:
            lines = (_lines(cell.value, _width(sheet, at)) for at, cell in enumerate(cells, 1))
            sheet.row_dimensions[number].height = LINE * max(lines, default=1)


def _width(sheet: Worksheet, column: int) -> int:
    return int(sheet.column_dimensions[get_column_letter(column)].width) - 1  # a cell keeps some of it empty


def _lines(value: object, width: int) -> int:
    text = "" if value is None else str(value)
    return sum(max(1, len(wrap(line, max(width, 1)))) for line in text.split("\n"))
