"""Plain text as blocks: lines that were broken are joined, what opens a line of its own stays on its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.texts.document import Block, BlockKind, Document, Place, Sentence
from reports.texts.hyphens import joined
from reports.texts.opening import (
    DASHES,
    Opening,
    is_dash,
    is_heading,
    is_underline,
    opening_of,
    page_in,
    unglued,
)
from reports.texts.orders import begins_anew
from reports.texts.rows import are_names, cells_of, is_part_of_table, is_ruler

# Markup that comes from the conversion of a document, and what is left of it.
MARKUP = (
    (re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]"), ""),
    (re.compile(r"\[bookmark:[^\]\n]*\]"), ""),
    (re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"\\([\\$#*_\"'])"), r"\1"),
)
TABS = re.compile(r"(?<=\S)\t+(?=\S)")  # between the columns of a table; one at the beginning indents
OPENING_QUOTES = tuple("«“„(")
UNFINISHED = re.compile(r"[^.!?…:;]$")


@dataclass(frozen=True)
class Line:
    """A line of a text with its place; `title` if the format itself says that it is a heading."""

    text: str
    place: Place
    title: bool = False


def read_text(text: str, name: str = "") -> Document:
    """Read a plain text, with or without the marks that converters leave."""
    lines = [Line(line, Place(line=number)) for number, line in enumerate(text.split("\n"), 1)]
    return Document(name, tuple(blocks_of(lines)))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Take a plain text apart; the same text always gives the same sentences."""
    return read_text(text).sentences


def blocks_of(lines: Iterable[Line]) -> list[Block]:
    """Join lines into blocks: one ends at an empty line and where a line opens another one."""
    cleaned = [replace(line, text=_plain(line.text)) for line in lines]
    paged = list(_paged(cleaned))
    rest, pages = _without_pages(paged)
    blocks = [*pages, *_tables_and_blocks(rest)]
    order = {line.place: at for at, line in enumerate(paged)}
    return sorted(blocks, key=lambda block: order[block.place])


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    for markup, rest in MARKUP:
        text = markup.sub(rest, text)
    text = TABS.sub(" | ", text)
    return " ".join(text.split())


def _paged(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines the page, or the slide, that they stand on; a number stands at the end of its page."""
    slide = None
    for line in lines:
        if (page := page_in(line.text)) and page.opens:
            slide = page.number
        place = replace(line.place, page=line.place.page or slide)
        yield replace(line, place=place)


def _without_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """Take the page numbers out; a sentence that such a number broke in two is one again."""
    rest: list[Line] = []
    pages: list[Block] = []
    broken = False
    for at, line in enumerate(lines):
        if not page_in(line.text):
            if line.text or not broken:
                rest.append(line)
            broken = broken and not line.text
            continue
        pages.append(Block(BlockKind.PAGE, line.text, line.place))
        if broken := _goes_on(rest, lines[at + 1 :]):
            while rest and not rest[-1].text:
                rest.pop()
        else:
            rest.append(Line("", line.place))
    return rest, pages


def _goes_on(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Say whether the text before a page number is a sentence that the text after it ends."""
    last = next((line.text for line in reversed(before) if line.text), "")
    following = next((line.text for line in after if line.text and not page_in(line.text)), "")
    quotes = (
        following[:1] in OPENING_QUOTES and last[-1:].islower()
    )  # «нажмите на кнопку» and then the button
    begins = following[:1].islower() or quotes
    return bool(UNFINISHED.search(last)) and begins and opening_of(following) is None


def _tables_and_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end = at + 1
        table = _is_row(lines, at)
        while end < len(lines) and _is_row(lines, end) == table:
            end += 1
        yield from (_cells if table else _joined)(lines[at:end])
        at = end


def _is_row(lines: Sequence[Line], at: int) -> bool:
    around = (lines[place].text for place in (at - 1, at + 1) if 0 <= place < len(lines))
    return is_part_of_table(lines[at].text, around)


def _cells(lines: Sequence[Line]) -> Iterator[Block]:
    columns: list[str] = []
    rows = [line for line in lines if not is_ruler(line.text)]
    named = len(rows) > 1 and are_names(cells_of(rows[0].text))
    for row, line in enumerate(rows):
        cells = cells_of(line.text)
        kind = BlockKind.COLUMN if named and not row else BlockKind.CELL
        for at, text in enumerate(cells):
            if text:
                column = columns[at] if at < len(columns) else ""
                yield Block(kind, text, line.place, column=column)
        columns = columns or (cells if named else [])


def _joined(lines: Sequence[Line]) -> Iterator[Block]:
    open_block: Block | None = None
    for line, text in ((each, part) for each in lines for part in unglued(each.text)):
        if open_block and is_underline(text):
            open_block = replace(open_block, kind=BlockKind.HEADING)
            continue
        opening, heading = opening_of(text), line.title or is_heading(text)
        if opening and open_block and is_dash(opening) and _leads_on(open_block):
            opening = None
        anew = open_block is not None and begins_anew(text, open_block.text)
        if open_block and (not text or opening or heading or anew or _is_whole(open_block, text)):
            yield open_block
            open_block = None
        if rest := opening.rest if opening else text:
            open_block = _longer(open_block, rest, line.place, opening, heading)
    if open_block:
        yield open_block


def _leads_on(block: Block) -> bool:
    """Say whether a dash may go on with a block: it ends with no sign, and is no item of a list of dashes itself."""
    return block.number not in DASHES and UNFINISHED.search(block.text) is not None


def _is_whole(block: Block, following: str) -> bool:
    """Say whether a block ends with its line: a heading does, a caption unless the next line only goes on."""
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.CAPTION and following[:1].isupper())


def _longer(block: Block | None, text: str, place: Place, opening: Opening | None, heading: bool) -> Block:
    if block:
        return replace(block, text=joined(block.text, text))
    if opening:
        return Block(opening.kind, text, place, opening.number)
    return Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, text, place)
