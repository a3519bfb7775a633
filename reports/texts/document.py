"""A document as it was read: blocks in reading order, each with its sentences, its kind and its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from reports.texts.bold import captions_of, with_quotes
from reports.texts.labels import Label, labels_in

LENGTH = 8  # hexadecimal digits of a fingerprint: enough for some hundred sentences, short enough to read
FIGURE = re.compile(r"\s*\(рис\.\s*\d+\)")
SAME = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"})


class BlockKind(StrEnum):
    """What a block is in the document, in the words for its readers."""

    HEADING = "заголовок"
    PARAGRAPH = "абзац"
    ITEM = "пункт списка"
    COLUMN = "название столбца"
    CELL = "ячейка таблицы"
    CAPTION = "подпись к рисунку"
    PAGE = "номер страницы"


@dataclass(frozen=True)
class Place:
    """Where a block stands, as far as its format tells: page or slide, line, row of a table; counted from 1."""

    page: int | None = None
    line: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        named = (("страница", self.page), ("строка", self.line), ("строка таблицы", self.row))
        return ", ".join(f"{word} {number}" for word, number in named if number)


@dataclass(frozen=True)
class Block:
    """A piece of a document that belongs together: its words as one line, without the marks of lists and headings.

    `number` is what its list counts it by («3», «б», «•»); `column` is the name of a cell's column;
    `bold` are the words that it stresses, in their order.
    """

    kind: BlockKind
    text: str
    place: Place = Place()
    number: str = ""
    column: str = ""
    bold: tuple[str, ...] = ()

    @cached_property
    def quoted(self) -> str:
        """Its words with quotes around captions in bold."""
        return with_quotes(self.text, self.bold)


NOWHERE = Block(BlockKind.PARAGRAPH, "")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a document: its number, counted from 1, its words as one line, and its block."""

    number: int
    text: str
    block: Block = field(default=NOWHERE, compare=False)
    bold: tuple[str, ...] = field(default=(), compare=False)

    @property
    def fingerprint(self) -> str:
        """Return what changes with the words, but not with quotes, dashes, spaces or the numbers of pictures."""
        return hashlib.sha256(FIGURE.sub("", self.text).translate(SAME).encode()).hexdigest()[:LENGTH]

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels it quotes, in whatever quotes, or prints bold."""
        return labels_in(self.quoted)

    @cached_property
    def quoted(self) -> str:
        """Its words with quotes around captions in bold, where it quotes nothing itself."""
        return with_quotes(self.text, self.bold)


@dataclass(frozen=True)
class Document:
    """A whole document; its sentences are numbered through, and nothing of its blocks is in none of them."""

    name: str
    blocks: tuple[Block, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in reading order."""
        return numbered(self.blocks)


# Between sentences. «Ф. И. О.», «г. Тула», «рис. 5» and «стр. 5» are none.
SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[А-ЯЁ]\.)(?<!\bг\.)(?<!рис\.)(?<!\b[Сс]тр\.)\s+(?=[«“\"(]?[A-ZА-ЯЁ0-9])"
)


def numbered(blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Split the blocks into sentences and number these; the same blocks always give the same sentences."""
    parts = [(part, block, bold) for block in blocks for part, bold in _parts(block)]
    return tuple(Sentence(number, *part) for number, part in enumerate(parts, 1))


def _parts(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    parts = [part for part in SENTENCE_END.split(block.text) if part]
    return zip(parts, captions_of(parts, block.bold), strict=True)
