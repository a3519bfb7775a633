"""The instruction as a Word document, which its owner goes on editing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from reports.instruct.manual import Manual, ManualStep, guess
from reports.instruct.pictures import Plate
from reports.russian import day

FONT, BODY = "Arial", Pt(11)
PAGE, MARGIN = (Mm(210), Mm(297)), Mm(18)
WIDEST, TALLEST = Mm(165), Mm(70)
SOFT, MARK = RGBColor(0x59, 0x63, 0x6E), RGBColor(0xC6, 0x28, 0x28)
AMBER = "FFF4D6"


def write_word(path: Path, manual: Manual, plates: Sequence[Plate | None], end: Plate | None = None) -> None:
    """Write the document; raises OSError."""
    document = _blank(manual)
    document.add_heading(manual.title, level=0)
    if manual.variant:
        document.add_heading(manual.variant, level=1)
    for remark in manual.remarks:
        _small(document, remark)
    _box(document, manual.before)
    for number, (step, plate) in enumerate(zip(manual.steps, plates, strict=True), 1):
        _step(document, number, step, plate)
    if end:
        document.add_heading("Что получится", level=2)
        _picture(document, end, "Экран, которым всё кончается")
    _box(document, manual.after)
    _small(document, f"Инструкция сделана по прогону {day(manual.day)}, {manual.place}.")
    document.save(str(path))


def _blank(manual: Manual) -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        font = document.styles[name].font
        font.name, font.color.rgb = FONT, RGBColor(0x1F, 0x23, 0x28)
        # Word takes Cyrillic from a name of its own, and a theme's name would win.
        fonts = document.styles[name].element.rPr.rFonts
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{attribute}"), None)
        fonts.set(qn("w:cs"), FONT)
    document.styles["Normal"].font.size = BODY
    document.styles["Title"].font.size = Pt(22)
    document.styles["Heading 2"].font.size = Pt(13)
    document.core_properties.title = manual.title
    document.core_properties.language = "ru-RU"
    document.core_properties.author = "Связка"
    return document


def _step(document: WordDocument, number: int, step: ManualStep, plate: Plate | None) -> None:
    document.add_heading(f"{number}. {step.text}", level=2)
    if step.forgotten:
        _small(document, "В исходной инструкции этого шага нет", MARK, keep=True)
    if told := guess(step.assumed):
        _small(document, told, keep=True)
    _box(document, step.warnings)
    if plate is None:
        _small(document, "Снимка этого шага в прогоне нет.")
    else:
        screen = step.view.shot.picture.screen if step.view else ""
        _picture(document, plate, f"Экран «{screen}»" if screen else "Снимок экрана", bool(step.results))
    for result in step.results:
        document.add_paragraph(f"→ {result}")


def _picture(document: WordDocument, plate: Plate, shows: str, keep: bool = False) -> None:
    scale = min(WIDEST / plate.width, TALLEST / plate.height, Mm(0.26))
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.keep_with_next = keep
    drawn = paragraph.add_run().add_picture(io.BytesIO(plate.body), width=round(plate.width * scale))
    drawn._inline.docPr.set("descr", shows)


def _small(document: WordDocument, text: str, colour: RGBColor = SOFT, keep: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.keep_with_next = keep
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(9.5), colour


def _box(document: WordDocument, warnings: Iterable[str]) -> None:
    """Put the warnings into a box of their own: a table of one cell."""
    texts = list(warnings)
    if not texts:
        return
    table = document.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    cell = table.cell(0, 0)
    _shade(cell)
    for number, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        if number == 0:
            paragraph.add_run("Внимание. ").bold = True
        paragraph.add_run(text)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), AMBER)
    cell._tc.get_or_add_tcPr().append(shading)
