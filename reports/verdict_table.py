"""All verdicts as one table for an office: a workbook to sort and filter, or a document to print and to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.coverage import Finding, Verdict
from reports.layout import VERDICTS, date, placed_here, standing_words
from reports.model import Model
from reports.record.clauses import Instruction
from reports.record.printable import printable
from reports.sheets import fit_rows, lay_out, sheet_names
from reports.wording import part, tally

# What each column is called, and how broad it is: in characters, and in millimetres of a sheet lying on its side.
COLUMNS = (
    ("Пункт", 20, 38),
    ("Где в инструкции", 26, 34),
    ("Вид", 16, 30),
    ("Что сказано", 60, 62),
    ("Надписи источника", 30, 0),
    ("Предположено нами", 30, 0),
    ("Вердикт", 26, 36),
    ("Что показала система или почему не проверено", 60, 49),
    ("Сценариев", 11, 20),
    ("На других стендах", 40, 0),
    ("Что сказали люди", 40, 0),
)
HEADER = 3  # the row of a sheet that names the columns


@dataclass(frozen=True)
class Line:
    """A clause and what became of it, in the words of the report; the order is that of the columns."""

    clause: str
    where: str
    kind: str
    text: str
    labels: str
    assumed: str
    verdict: str
    seen: str
    scenarios: int
    elsewhere: str
    people: str


def lines(model: Model, instruction: Instruction) -> Iterator[Line]:
    """Yield a line for each clause of an instruction, in the order of its source."""
    for clause in instruction.clauses:
        finding = model.findings[clause.id]
        yield Line(
            clause.id,
            clause.where,
            clause.kind,
            clause.text,
            _quoted([label for label in clause.labels if label not in model.lost_labels(clause)]),
            _quoted(clause.assumed),
            _word(model, finding),
            model.known[clause.id].seen or finding.reason,
            len({trial.scenario.place.identity for trial in finding.trials}),
            "; ".join(map(standing_words, model.standings.elsewhere(clause.id))),
            str(model.words[clause.id]),
        )


def write_table(model: Model, path: Path) -> Path:
    """Write the table to the file, of the kind that its name ends with, and return it."""
    write = {".xlsx": _write_workbook, ".docx": _write_document}[path.suffix.lower()]
    write(model, path)
    return path


def _write_workbook(model: Model, path: Path) -> None:
    """Write a sheet for each instruction: its name, the run, the columns, a row for each clause."""
    book = Workbook()
    book.remove(book.worksheets[0])
    names = sheet_names(model.instructions.values())
    for instruction in model.instructions.values():
        sheet = book.create_sheet(names[instruction.id])
        rows = [[instruction.title], [_run_line(model)], [name for name, *_ in COLUMNS]]
        for row in (*rows, *(astuple(line) for line in lines(model, instruction))):
            sheet.append([printable(value) for value in row])
        _dress(sheet)
    book.save(path)


def _dress(sheet: Worksheet) -> None:
    """Make a sheet one that can be read, filtered and printed as it is."""
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=number >= HEADER)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # also what begins like a formula
    for number, (_, characters, _) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = characters
        sheet.cell(HEADER, number).font = Font(bold=True)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.auto_filter.ref = f"A{HEADER}:{get_column_letter(len(COLUMNS))}{sheet.max_row}"
    fit_rows(sheet, HEADER)
    lay_out(sheet, HEADER)


def _write_document(model: Model, path: Path) -> None:
    """Write a table for each instruction on sheets that lie on their side; the captions have no room there."""
    document = Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(14)
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading("Сходится ли инструкция с системой", level=0)
    document.add_paragraph(_run_line(model))
    for instruction in model.instructions.values():
        document.add_heading(instruction.title, level=1)
        _add_table(document, [astuple(line) for line in lines(model, instruction)])
    document.save(str(path))


def _add_table(document: DocumentObject, rows: Sequence[Sequence[object]]) -> None:
    shown = [number for number, (*_, millimetres) in enumerate(COLUMNS) if millimetres]
    table = document.add_table(rows=1, cols=len(shown), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library has no word for it
    for number, cell in zip(shown, table.rows[0].cells, strict=True):
        cell.paragraphs[0].add_run(COLUMNS[number][0]).bold = True
    for row in rows:
        for number, cell in zip(shown, table.add_row().cells, strict=True):
            cell.text = printable(str(row[number]))
    _set_widths(table, [COLUMNS[number][2] for number in shown])


def _set_widths(table: Table, millimetres: Sequence[int]) -> None:
    """Give the columns their widths, by the grid and by their cells: programs differ; keep rows whole."""
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - the library has no word for it
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)


def _run_line(model: Model) -> str:
    return f"Прогон {date(model.run.started)}, {model.stand.place}. {tally(model.run)}. {part(model.run)}".strip()


def _word(model: Model, finding: Finding) -> str:
    _, word, placed, _ = VERDICTS[finding.verdict]
    place = model.stand.place if finding.verdict is Verdict.STALE else placed_here(model)
    return f"{word} {place}" if placed else word


def _quoted(captions: Sequence[str]) -> str:
    return ", ".join(f"«{caption}»" for caption in captions)
