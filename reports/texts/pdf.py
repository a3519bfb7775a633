"""PDF as blocks: its lines and tables, page by page, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfplumber.page import Page

from reports.texts.document import Block, BlockKind, Document, Place
from reports.texts.plain import Line, blocks_of
from reports.texts.rows import are_names

UNNAMED = re.compile(r"\s*\(cid:\d+\)\s*")  # a glyph that the document gives no letter for
LARGE = 1.15  # times the usual size: a heading
APART = 0.7  # of a line's height between two lines: another paragraph


@dataclass(frozen=True)
class Printed:
    """Something on a page: a line of text, or the rows of a table; `top` and `bottom` are its edges."""

    page: int
    top: float
    bottom: float
    size: float = 0
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def read_pdf(path: Path) -> Document:
    """Read a .pdf that has text in it; a picture of a text has none."""
    with pdfplumber.open(path) as pdf:
        printed = [piece for number, page in enumerate(pdf.pages, 1) for piece in _printed(page, number)]
    sizes = [piece.size for piece in printed if piece.text for _ in piece.text]
    usual = median(sizes) if sizes else 0
    return Document(path.name, tuple(_blocks(printed, usual)))


def _printed(page: Page, number: int) -> list[Printed]:
    """What is on the page, from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1]
    rest = page.filter(lambda each: not any(_within(each, table.bbox) for table in tables))
    lines = [_line(line, number) for line in rest.extract_text_lines()]
    drawn = [Printed(number, table.bbox[1], table.bbox[3], rows=_rows(table.extract())) for table in tables]
    return sorted([*lines, *drawn], key=lambda piece: piece.top)


def _within(each: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    middle, height = (each["x0"] + each["x1"]) / 2, (each["top"] + each["bottom"]) / 2
    return bool(left <= middle <= right and top <= height <= bottom)


def _line(line: dict[str, Any], page: int) -> Printed:
    size = round(median(char["size"] for char in line["chars"]), 1)
    return Printed(page, line["top"], line["bottom"], size, _readable(line["text"]))


def _readable(text: str) -> str:
    """Turn the marks of a list that a font has no letters for into the usual one, and drop them elsewhere."""
    return UNNAMED.sub("", re.sub(rf"^{UNNAMED.pattern}", "• ", text)).strip()


def _rows(rows: Sequence[Sequence[str | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell or "" for cell in row) for row in rows)


def _blocks(printed: Sequence[Printed], usual: float) -> Iterator[Block]:
    for is_table, pieces in groupby(printed, key=lambda piece: bool(piece.rows)):
        if is_table:
            for piece in pieces:
                yield from _cells(piece)
        else:
            yield from blocks_of(_lines(list(pieces), usual))


def _lines(pieces: Sequence[Printed], usual: float) -> Iterator[Line]:
    """The lines with an empty one between paragraphs and around headings; a page's end alone parts nothing."""
    before: Printed | None = None
    for number, piece in enumerate(_whole_titles(pieces, usual)):
        title = piece.size > LARGE * usual
        if before and (title or before.size > LARGE * usual or _stands_apart(before, piece)):
            yield Line("", Place(piece.page, 2 * number))
        yield Line(piece.text, Place(piece.page, 2 * number + 1), title)
        before = piece


def _whole_titles(pieces: Sequence[Printed], usual: float) -> Iterator[Printed]:
    """Join the lines of a heading that was too long for one."""
    open_piece: Printed | None = None
    for piece in pieces:
        if (
            open_piece
            and piece.size == open_piece.size > LARGE * usual
            and not _stands_apart(open_piece, piece)
        ):
            open_piece = replace(open_piece, text=f"{open_piece.text} {piece.text}", bottom=piece.bottom)
            continue
        if open_piece:
            yield open_piece
        open_piece = piece
    if open_piece:
        yield open_piece


def _stands_apart(before: Printed, piece: Printed) -> bool:
    return before.page == piece.page and piece.top - before.bottom > APART * (piece.bottom - piece.top)


def _cells(piece: Printed) -> Iterator[Block]:
    first = [" ".join(cell.split()) for cell in piece.rows[0]]
    named = are_names(first)
    for number, row in enumerate(piece.rows, 1):
        is_name = named and number == 1
        kind = BlockKind.COLUMN if is_name else BlockKind.CELL
        for at, cell in enumerate(row):
            place = Place(piece.page, row=number)
            column = first[at] if named and not is_name else ""
            for block in blocks_of(Line(line, place) for line in cell.split("\n")):
                yield Block(kind, block.text, place, block.number, column)
