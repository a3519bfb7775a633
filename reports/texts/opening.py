"""What a line of a text begins with: a heading, a list's mark, a picture's number, a page's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reports.texts.document import BlockKind


class Opening(NamedTuple):
    """The beginning of a block: what kind of block it opens, its number, and what else is on the line."""

    kind: BlockKind
    number: str
    rest: str


class Page(NamedTuple):
    """A number of a page or a slide; that of a slide opens it, that of a page may stand at either end."""

    number: int
    opens: bool


EMOJI = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
PRIVATE = r"[\ue000-\uf8ff]"  # a mark of a list drawn by a font of its own, as «Symbol» is
OPENINGS = (
    (BlockKind.HEADING, re.compile(r"(#+)\s+")),
    (BlockKind.CAPTION, re.compile(r"(?:Рисунок|Рис\.)\s*(\d+)\s*[.:—–-]?\s+")),
    (BlockKind.ITEM, re.compile(r"(?:[Шш]аг|ШАГ)\s*№?\s*(\d+)\s*[.:)—–-]\s+")),
    (BlockKind.ITEM, re.compile(r"(\d+)[.)]\s+")),
    (BlockKind.ITEM, re.compile(r"(\d{1,3})[.)](?=[«“\"]?[А-ЯЁA-Z])")),  # no blank left
    (BlockKind.ITEM, re.compile(r"(\d+(?:\.\d+)+)[.)]?\s+(?=[А-ЯЁ])")),
    (BlockKind.ITEM, re.compile(r"([а-я])\)\s+")),
    (BlockKind.ITEM, re.compile(r"([-•!*–—➤▪●○◦])\s+(?:\[[ xх]\]\s+)?")),
    (BlockKind.ITEM, re.compile(rf"({PRIVATE})\s*")),
    (BlockKind.ITEM, re.compile(r"(\[[ xх]\])\s+")),
    (BlockKind.ITEM, re.compile(rf"({EMOJI})\s*")),
)
PAGE = re.compile(
    r"[-–—]?\s*(?P<alone>\d{1,3})\s*[-–—]?|(?:[Сс]траница|[Сс]тр\.)\s*(?P<page>\d+)(?:\s+из\s+\d+)?|[Сс]лайд\s*(?P<slide>\d+)"
)
WAY = re.compile(
    r"(?:ВАРИАНТ|Вариант|СПОСОБ|Способ|ПУТЬ|Путь|ЭТАП|Этап|ЧАСТЬ|Часть|РАЗДЕЛ|Раздел)\s*[№–—-]?\s*"
    r"(?:\d+|[А-ЯЁA-Z]\b|перв|втор|трет|ПЕРВ|ВТОР|ТРЕТ)"
)
ROMAN = re.compile(r"[IVX]{1,5}\.\s+[А-ЯЁ]")
UNDERLINE = re.compile(r"={3,}|-{3,}")
GLUED = re.compile(r"(?:(?<=[а-яё»\"”)])|(?<=[А-ЯЁA-Z]{2}))(?=\d{1,2}[.)]\s*[«“\"]?[А-ЯЁ])")
NUMBERED = re.compile(r"(?:^|\s)(\d{1,2})[.)]\s*(?=[«“\"]?[А-ЯЁ])")
DASHES = ("–", "—")
TITLE_WORDS = 2  # in capitals: one alone may be a name


def opening_of(line: str) -> Opening | None:
    """Return what the line opens, None if it goes on with what stands above it."""
    for kind, pattern in OPENINGS:
        if found := pattern.match(f"{line} "):
            return Opening(kind, re.sub(PRIVATE, "•", found[1]), line[found.end() :])
    return None


def page_in(line: str) -> Page | None:
    """Return the number of a page that is all there is on the line."""
    found = PAGE.fullmatch(line)
    return Page(int(found[found.lastgroup or 0]), found.lastgroup == "slide") if found else None


def is_dash(opening: Opening) -> bool:
    """Say whether what opens the line may as well be a dash of the sentence above: «… — это»."""
    begins = opening.rest[:1]
    return opening.number in DASHES and (begins.islower() or begins.isascii())


def is_heading(line: str) -> bool:
    """Say whether the line is a heading by its own words: the name of a way, or capitals alone."""
    words = re.findall(r"[А-ЯЁа-яё]{2,}", line)
    in_capitals = len(words) >= TITLE_WORDS and line == line.upper() and line[-1:] not in ".!?"
    return in_capitals or opens_way(line)


def opens_way(title: str) -> bool:
    """Say whether a heading is that of one way among several: «Вариант 2», «II. …»."""
    return any(pattern.match(title) for pattern in (WAY, ROMAN))


def is_underline(line: str) -> bool:
    """Say whether the line only makes a heading of the one above it."""
    return UNDERLINE.fullmatch(line) is not None


def unglued(line: str) -> list[str]:
    """Part a heading from the item of a list that was glued to it, «Вход1. Откройте …», and items from each other."""
    return [part for piece in GLUED.split(line) for part in _items(piece)]


def _items(line: str) -> Iterator[str]:
    """Part «1. Откройте … 2. Нажмите …»: only where the count goes on."""
    start, number = 0, None
    for found in NUMBERED.finditer(line):
        if number is None and found.start() > 0:
            break
        if number is not None and int(found[1]) == number + 1:
            yield line[start : found.start()]
            start = found.start() + 1
        if number is None or int(found[1]) == number + 1:
            number = int(found[1])
    yield line[start:]
