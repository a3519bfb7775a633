"""An instruction that was printed to PDF, or saved as a Word document, says what it said: nothing lost, nothing glued.

The documents are made here of the invented instructions and, where they are at hand, of the five sources.
"""

import os
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import pytest
from docx import Document as WordDocument
from playwright.sync_api import Browser, Playwright

from fixtures.browser import launch, launch_arguments
from reports.texts.document import Block, Document
from reports.texts.document import BlockKind as Kind
from reports.texts.reading import read_document
from steps.draft.passages import ways_of

ROOT = Path(__file__).parents[2]
REGIONS = ROOT / "tests" / "unit" / "steps" / "draft" / "regions"
INVENTED = sorted(path for path in REGIONS.iterdir() if path.suffix != ".steps")
SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", ROOT.parent / "shared" / "seeds"))
IN_TABLE = (Kind.COLUMN, Kind.CELL)
STYLE = "body { font: 12pt serif } td { border: 1px solid; padding: 2mm }"
PAGE_NUMBER = (
    '<div style="font-size: 9pt; width: 100%; text-align: center"><span class="pageNumber"></span></div>'
)
MARGIN = {"top": "15mm", "bottom": "20mm", "left": "12mm", "right": "12mm"}


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    started = launch(driver, launch_arguments(None))
    yield started
    started.close()


@pytest.fixture(scope="module")
def sources() -> list[Path]:
    if not SOURCES.is_dir():
        pytest.skip("источников инструкций рядом нет (SVYAZKA_SOURCES): напечатаны только выдуманные")
    return sorted(SOURCES.glob("*.txt"))


def test_invented_instructions_survive_word(tmp_path):
    assert {path.name: _changed(path, _as_word(path, tmp_path)) for path in INVENTED} == dict.fromkeys(
        (path.name for path in INVENTED), []
    )


def test_invented_instructions_survive_printing(browser, tmp_path):
    assert {
        path.name: _changed(path, _as_pdf(path, tmp_path, browser)) for path in INVENTED
    } == dict.fromkeys((path.name for path in INVENTED), [])


def test_sources_survive_word(sources, tmp_path):
    for path in sources:
        assert _lost(path, _as_word(path, tmp_path)) == []


def test_sources_survive_printing(sources, browser, tmp_path):
    for path in sources:
        printed = _as_pdf(path, tmp_path, browser)
        assert _lost(path, printed) == []
        assert _steps(printed) == _steps(path)
        assert len(_changed(path, printed)) <= 1  # «Ф. И. О. Нажмите …» may be one sentence or two


def _steps(path: Path) -> list[str]:
    """Return the steps that a document becomes."""
    ways = ways_of(read_document(path))
    return [act.text for way in ways for passage in way.passages for act in passage.acts]


def _changed(path: Path, made: Path) -> list[str]:
    """Return the sentences of a document that the one made of it does not have."""
    said = _sentences(read_document(made))
    return [sentence for sentence in _sentences(read_document(path)) if sentence not in said]


def _lost(path: Path, made: Path) -> list[str]:
    """Return the words of a document that the one made of it does not have."""
    said = " ".join(_sentences(read_document(made))).split()
    return [word for word in " ".join(_sentences(read_document(path))).split() if word not in said]


def _sentences(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences if sentence.block.kind is not Kind.PAGE]


def _pieces(document: Document) -> Iterator[list[list[Block]]]:
    """Take the document apart into tables, each with its rows, and blocks that stand alone."""
    for is_table, blocks in groupby(document.blocks, lambda block: block.kind in IN_TABLE):
        if is_table:
            yield [list(row) for _, row in groupby(blocks, lambda cell: cell.place.row or cell.place.line)]
        else:
            yield from ([[block]] for block in blocks)


def _number(block: Block) -> str:
    return (
        f"{block.number}{'.' if block.number.isdigit() else ')' if block.number.isalpha() else ''} "
        if block.number
        else ""
    )


def _as_pdf(path: Path, folder: Path, browser: Browser) -> Path:
    page = browser.new_page()
    page.set_content(f"<style>{STYLE}</style>{''.join(map(_html, _pieces(read_document(path))))}")
    made = folder / f"{path.stem}.pdf"
    page.pdf(
        path=made,
        format="A5",
        margin=MARGIN,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=PAGE_NUMBER,
    )
    page.close()
    return made


def _html(rows: list[list[Block]]) -> str:
    first = rows[0][0]
    if first.kind in IN_TABLE:
        written = ("".join(f"<td>{escape(cell.text)}</td>" for cell in row) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in written)}</table>"
    tag = "h2" if first.kind is Kind.HEADING else "p"
    opening = "Рис. 1. " if first.kind is Kind.CAPTION else _number(first)
    return f"<{tag}>{escape(opening + first.text)}</{tag}>"


def _as_word(path: Path, folder: Path) -> Path:
    document = WordDocument()
    for rows in _pieces(read_document(path)):
        _add(document, rows)
    made = folder / f"{path.stem}.docx"
    document.save(made)
    return made


def _add(document: WordDocument, rows: list[list[Block]]) -> None:
    first = rows[0][0]
    if first.kind in IN_TABLE:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, block in zip(cells.cells, row, strict=False):
                cell.text = block.text
    elif first.kind is Kind.HEADING:
        document.add_heading(first.text, 2)
    elif first.kind is Kind.ITEM and first.number.isdigit():
        document.add_paragraph(first.text, style="List Number")
    else:
        document.add_paragraph(first.text)
