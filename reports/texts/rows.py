"""Rows of a table in a plain text: drawn with bars, with or without those at the edges, or set with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reports.texts.orders import is_order

ROW = re.compile(r"\|.*\|")
RULER = re.compile(r"[|\s:+-]+")
NAME_WORDS = 4  # of a column, at most
BETWEEN = re.compile(r"\s+\|\s+")


def is_table(line: str) -> bool:
    """Say whether the line is a row by itself: it begins and ends with a bar."""
    return ROW.fullmatch(line) is not None


def is_part_of_table(line: str, neighbours: Iterable[str]) -> bool:
    """Say whether the line is a row, if need be by the lines around it: a bar inside a lone line is none."""
    inner = len(cells_of(line))
    return is_table(line) or (inner > 1 and any(len(cells_of(each)) == inner for each in neighbours))


def is_ruler(line: str) -> bool:
    """Say whether the row only draws a line."""
    return RULER.fullmatch(line) is not None


def cells_of(line: str) -> list[str]:
    """Return the cells of a row from left to right, empty ones too."""
    return [cell.strip() for cell in (BETWEEN.split(line) if not is_table(line) else line[1:-1].split("|"))]


def are_names(cells: Sequence[str]) -> bool:
    """Say whether a first row names the columns: short, no number alone, nothing asked, no end of a sentence."""
    said = [cell for cell in cells if cell]
    return bool(said) and not any(_is_content(cell) for cell in said)


def _is_content(cell: str) -> bool:
    is_long = len(cell.split()) > NAME_WORDS or cell[-1:] in ".!?"
    return is_long or not any(each.isalpha() for each in cell) or is_order(cell)
