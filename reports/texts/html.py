"""HTML as blocks: headings, paragraphs, items, cells and captions; scripts and styles are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import Doctype, NavigableString, PageElement, ProcessingInstruction

from reports.texts.document import Block, BlockKind, Document, Place
from reports.texts.plain import Line, blocks_of
from reports.texts.rows import are_names

UNSEEN = {"script", "style", "head", "noscript", "template"}
APART = (  # the tags whose text stands apart from what is before and behind
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CAPTIONS = {"figcaption", "caption"}
BOLD = ["b", "strong", "button", "kbd"]
IN_TABLE = (BlockKind.CELL, BlockKind.COLUMN)
LINE = "data-line"  # the line of the file a tag was made of, where the page itself was made of another text


@dataclass(frozen=True)
class Setting:
    """What the text at a place of the page belongs to."""

    kind: BlockKind = BlockKind.PARAGRAPH
    number: str = ""
    column: str = ""
    row: int | None = None


def read_html(text: str, name: str = "") -> Document:
    """Read a page of HTML, or a part of one."""
    return Document(name, tuple(_Reader().read(BeautifulSoup(text, "html.parser"))))


class _Reader:
    """Walks the page in its order; text gathers until something that stands apart begins or ends."""

    def __init__(self) -> None:
        self._gathered = ""
        self._bold: list[str] = []
        self._line: int | None = None

    def read(self, page: Tag) -> Iterator[Block]:
        yield from self._inside(page, Setting())
        yield from self._gathered_blocks(Setting())

    def _inside(self, node: Tag, setting: Setting) -> Iterator[Block]:
        for child in node.children:
            if isinstance(child, Tag):
                yield from self._tag(child, setting)
            elif _is_text(child):
                self._gather(str(child), _line_of(node))

    def _tag(self, tag: Tag, setting: Setting) -> Iterator[Block]:
        if tag.name in UNSEEN:
            return
        if tag.name == "br":
            self._gathered += "\n"
        elif tag.name == "table":
            yield from self._gathered_blocks(setting)
            yield from self._table(tag)
        elif tag.name in APART.split():
            yield from self._gathered_blocks(setting)
            inner = _setting_of(tag, setting)
            yield from self._inside(tag, inner)
            yield from self._gathered_blocks(inner)
        else:
            if tag.name in BOLD and not tag.find_parent(BOLD):
                self._bold.append(" ".join(tag.get_text().split()))
            yield from self._inside(tag, setting)

    def _table(self, table: Tag) -> Iterator[Block]:
        columns: list[str] = []
        if caption := table.find("caption", recursive=False):
            yield from self._inside(caption, Setting(BlockKind.CAPTION))
            yield from self._gathered_blocks(Setting(BlockKind.CAPTION))
        rows = _rows(table)
        for number, row in enumerate(rows, 1):
            cells = row.find_all(["td", "th"], recursive=False)
            names = number == 1 < len(rows) and len(cells) > 1 and _are_names(cells)
            for at, cell in enumerate(cells):
                column = columns[at] if at < len(columns) else ""
                kind = BlockKind.COLUMN if names else BlockKind.CELL
                setting = Setting(kind, column=column, row=number)
                yield from self._inside(cell, setting)
                yield from self._gathered_blocks(setting)
            columns = columns or ([" ".join(cell.get_text().split()) for cell in cells] if names else [])

    def _gather(self, text: str, line: int | None) -> None:
        flat = re.sub(r"\s+", " ", text)
        if flat.strip() and self._line is None:
            self._line = line
        self._gathered += flat

    def _gathered_blocks(self, setting: Setting) -> Iterator[Block]:
        """Yield what was gathered; lines that the page itself broke are lines of a text."""
        text, bold, line = self._gathered, self._bold, self._line
        self._gathered, self._bold, self._line = "", [], None
        if not text.strip():
            return
        place = Place(line=line, row=setting.row)
        title = setting.kind is BlockKind.HEADING
        for block in blocks_of(_lines(text, place, title)):
            found = tuple(words for words in bold if words and words in block.text)
            yield _set(replace(block, bold=found), setting)


def _lines(text: str, place: Place, title: bool) -> Iterator[Line]:
    """A line that begins with a capital after a break is one of its own."""
    before = ""
    for line in text.split("\n"):
        if before and line.strip()[:1].isupper():
            yield Line("", place)
        yield Line(line, place, title)
        before = line.strip() or before


def _set(block: Block, setting: Setting) -> Block:
    """A block is what the page says it is, unless that is nothing in particular."""
    in_table = setting.kind in IN_TABLE
    if setting.kind is BlockKind.PARAGRAPH or (
        block.kind in (BlockKind.PAGE, BlockKind.CAPTION) and not in_table
    ):
        return block
    number = block.number or setting.number
    return replace(block, kind=setting.kind, number=number, column=setting.column)


def _setting_of(tag: Tag, outer: Setting) -> Setting:
    if outer.kind in IN_TABLE:
        return outer
    if tag.name in HEADINGS:
        return Setting(BlockKind.HEADING)
    if tag.name in CAPTIONS:
        return Setting(BlockKind.CAPTION)
    return Setting(BlockKind.ITEM, _number_of(tag)) if tag.name == "li" else outer


def _number_of(item: Tag) -> str:
    if item.parent is None or item.parent.name != "ol":
        return "•"
    start = str(item.parent.get("start", "1"))
    first = int(start) if start.isdigit() else 1
    return str(first + len(item.find_previous_siblings("li")))


def _rows(table: Tag) -> list[Tag]:
    """The rows of a table itself, not of tables inside it."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _are_names(cells: list[Tag]) -> bool:
    """Say whether the first row names the columns: so marked, or by what stands in it."""
    texts = [" ".join(cell.get_text(" ").split()) for cell in cells]
    return all(cell.name == "th" for cell in cells) or are_names(texts)


def _line_of(tag: Tag) -> int | None:
    known = next((each[LINE] for each in (tag, *tag.parents) if each.get(LINE)), None)
    return int(str(known)) if known else tag.sourceline


def _is_text(node: PageElement) -> bool:
    unseen = (Comment, Doctype, ProcessingInstruction)
    return isinstance(node, NavigableString) and not isinstance(node, unseen)
