"""Blanks that nobody sees: at the end of a line, doubled, of no width, or such as only look like a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.lint.inspected import BYTE_MARK, Inspected
from steps.lint.layout import is_row, text_block_lines

WEIGHT = Weight.ADVICE
AT_THE_END = re.compile(r"[ \t]+$")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
ODD = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
ANY = re.compile(rf"[ \t]$|{INVISIBLE.pattern}|{ODD.pattern}|\S  +\S")  # of these, before looking closer
DOUBLED = re.compile(r"(?<=\S)  +(?=\S)")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the first of each kind in every line; a text in quotes is the author's own affair."""
    own = text_block_lines(inspected.document)
    offset = len(inspected.text) - len(inspected.text.removeprefix(BYTE_MARK))
    for number, line in enumerate(inspected.lines, start=1):
        if number not in own and ANY.search(line):
            yield from _in_line(inspected, number, line, offset if number == 1 else 0)


def _in_line(inspected: Inspected, number: int, line: str, offset: int) -> Iterator[Problem]:
    if found := AT_THE_END.search(line):
        edit = Edit(number, found.start() + offset, found.end() + offset, "")
        mend = Mend("Убрать пробелы в конце строки", (edit,), mechanical=True)
        yield inspected.problem("blanks", number, "пробелы в конце строки.", found.start() + 1, mend=mend)
    if found := INVISIBLE.search(line):
        edit = Edit(number, found.start() + offset, found.end() + offset, "")
        message = (
            f"невидимый знак (U+{ord(found[0]):04X}): на экране его нет, а для браузера он есть. Удалите его."
        )
        yield inspected.problem(
            "blanks", number, message, found.start() + 1, mend=Mend("Удалить его", (edit,))
        )
    if found := ODD.search(line):
        edit = Edit(number, found.start() + offset, found.end() + offset, " ")
        message = f"особый пробел (U+{ord(found[0]):04X}), на вид как обычный. Поставьте обычный."
        mend = Mend("Поставить обычный пробел", (edit,))
        yield inspected.problem("blanks", number, message, found.start() + 1, mend=mend)
    if not is_row(line) and not line.lstrip().startswith("#") and (found := DOUBLED.search(line)):
        edit = Edit(number, found.start() + offset, found.end() + offset, " ")
        mend = Mend("Оставить один пробел", (edit,))
        yield inspected.problem(
            "blanks", number, "два пробела подряд. Оставьте один.", found.start() + 1, mend=mend
        )
