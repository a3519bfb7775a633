"""A table whose bars do not stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from steps.language.examples import tables_of
from steps.language.features import line_of
from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected
from steps.lint.layout import indent_of

WEIGHT = Weight.ADVICE
CELL = re.compile(r"((?:[^|\\]|\\.)*)\|")
WHOLE = re.compile(r"\s*\|(?:(?:[^|\\]|\\.)*\|)+\s*")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the tables that are neither aligned nor written close throughout; close is a style of its own."""
    for rows in tables_of(inspected.document):
        lines = [inspected.lines[line_of(row) - 1].rstrip() for row in rows]
        if (
            len(lines) > 1
            and all(map(WHOLE.fullmatch, lines))
            and not _is_aligned(lines)
            and not _is_close(lines)
        ):
            message = "черты таблицы стоят не друг под другом."
            mend = Mend("Выровнять таблицу", tuple(_edits(rows, lines)), mechanical=True)
            yield inspected.problem("alignment", line_of(rows[0]), message, mend=mend)


def _bars(line: str) -> list[int]:
    return [len(indent_of(line)), *(found.end() for found in CELL.finditer(line, len(indent_of(line)) + 1))]


def _is_aligned(lines: Sequence[str]) -> bool:
    return all(_bars(line) == _bars(lines[0]) for line in lines)


def _is_close(lines: Sequence[str]) -> bool:
    """Every cell has the same blanks around it in every row, none or one: nobody wanted them aligned."""
    indents = {indent_of(line) for line in lines}
    cells = [cell for line in lines for cell in _cells(line)]
    return len(indents) == 1 and any(
        all(cell == f"{pad}{cell.strip()}{pad}" for cell in cells) for pad in ("", " ")
    )


def _cells(line: str) -> list[str]:
    return CELL.findall(line, len(indent_of(line)) + 1)


def _edits(rows: Sequence[dict[str, Any]], lines: Sequence[str]) -> Iterator[Edit]:
    cells = [[cell.strip() for cell in _cells(line)] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    indent = indent_of(lines[0])
    for row, line, values in zip(rows, lines, cells, strict=True):
        padded = (f" {value:<{width}} |" for value, width in zip(values, widths, strict=True))
        wanted = f"{indent}|{''.join(padded)}"
        if wanted != line:
            yield Edit(line_of(row), 0, len(line), wanted)
