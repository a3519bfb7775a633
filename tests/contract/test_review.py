"""The five sources reviewed: as they are, and as .docx and .pdf that this test makes of them, with nothing lost.

The sources are not part of the repository: they are looked for in ../shared/seeds or where SVYAZKA_SOURCES points.
"""

import html
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Playwright

from fixtures.browser import launch, launch_arguments
from reports.record.clauses import load_instructions
from reports.review.command import reviewed
from reports.review.reviewing import Review, State
from reports.texts.document import Block, BlockKind
from reports.texts.reading import read_document

SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", Path(__file__).parents[3] / "shared" / "seeds"))
INSTRUCTIONS = {name: one for name, one in load_instructions().items() if one.file}
KNOWN_IN_PDF = 0.95  # of the sentences: a line that a page broke may read otherwise


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


@pytest.fixture(params=INSTRUCTIONS)
def source(request: pytest.FixtureRequest) -> tuple[str, Path]:
    found = sorted(SOURCES.glob(INSTRUCTIONS[request.param].file)) if SOURCES.is_dir() else []
    if not found:
        pytest.skip(
            "источников инструкций рядом нет (SVYAZKA_SOURCES): разобраны только выдуманные документы"
        )
    return request.param, found[0]


def told(name: str, done: Review) -> str:
    return f"{name}: фраз {len(done.rows)}, " + ", ".join(f"{state} {n}" for state, n in done.counts.items())


def as_word(blocks: Sequence[Block], path: Path) -> Path:
    """Set the document in Word: headings, lists, and every third item in a table of steps."""
    document = docx.Document()
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            document.add_heading(block.text, 2)
        elif block.kind is BlockKind.ITEM and at % 3 == 0:
            cells = document.add_table(rows=1, cols=2).rows[0].cells
            cells[0].text, cells[1].text = block.number, block.text
        elif block.kind is BlockKind.ITEM:
            document.add_paragraph(block.text, style="List Number")
        else:
            document.add_paragraph(as_written(block))
    document.save(str(path))
    return path


def as_written(block: Block) -> str:
    return f"Рисунок {block.number}. {block.text}" if block.kind is BlockKind.CAPTION else block.text


def as_printed(blocks: Sequence[Block], path: Path, browser: Browser) -> Path:
    """Print the document from a page: headings, lists, every third item in a table, numbers of pages."""
    pieces = []
    for at, block in enumerate(blocks):
        text = html.escape(as_written(block))
        if block.kind is BlockKind.HEADING:
            pieces.append(f"<h2>{text}</h2>")
        elif block.kind is BlockKind.ITEM and at % 3 == 0:
            pieces.append(
                f"<table border=1 style='border-collapse:collapse'><tr><th>Шаг</th><th>Действие</th></tr>"
                f"<tr><td>{block.number}</td><td>{text}</td></tr></table>"
            )
        elif block.kind is BlockKind.ITEM:
            mark = f"{block.number}." if block.number.isdigit() else "•"
            pieces.append(f"<p>{mark} {text}</p>")
        else:
            pieces.append(f"<p>{text}</p>")
    page = browser.new_page()
    page.set_content("".join(pieces))
    page.pdf(
        path=path,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template="<span class='pageNumber' style='font-size:9px;margin:auto'></span>",
        margin={"bottom": "20mm", "top": "15mm"},
    )
    page.close()
    return path


def test_source_is_recognised_whole(source):
    name, path = source
    done = reviewed(path, INSTRUCTIONS)
    print(told(f"{name}, .txt", done))
    assert done.instruction is INSTRUCTIONS[name]
    assert done.counts[State.SAME] + done.counts[State.QUIET] == len(done.rows)
    assert done.gone == ()


def test_source_set_in_word_is_recognised_whole(source, tmp_path):
    name, path = source
    written = as_word(read_document(path).blocks, tmp_path / f"{name}.docx")
    done = reviewed(written, INSTRUCTIONS)
    print(told(f"{name}, .docx", done))
    assert done.instruction is INSTRUCTIONS[name]
    assert [row.sentence.text for row in done.rows if row.state not in (State.SAME, State.QUIET)] == []
    assert done.gone == ()


def test_printed_source_is_recognised(source, tmp_path, browser):
    name, path = source
    printed = as_printed(read_document(path).blocks, tmp_path / f"{name}.pdf", browser)
    done = reviewed(printed, INSTRUCTIONS)
    print(told(f"{name}, .pdf", done))
    assert done.instruction is INSTRUCTIONS[name]
    assert (done.aligned + done.counts[State.QUIET]) >= KNOWN_IN_PDF * len(done.rows), [
        row.sentence.text for row in done.rows if row.state in (State.NEW, State.UNCLEAR)
    ]
