"""Rows of a table drawn with bars in a plain text."""

from __future__ import annotations

import re

ROW = re.compile(r"\|.*\|")
RULER = re.compile(r"[|\s:+-]+")


def is_table(line: str) -> bool:
    """Say whether the line is a row: it begins and ends with a bar."""
    return ROW.fullmatch(line) is not None


def is_ruler(line: str) -> bool:
    """Say whether the row only draws a line."""
    return RULER.fullmatch(line) is not None


def cells_of(line: str) -> list[str]:
    """Return the cells of a row from left to right, empty ones too."""
    return [cell.strip() for cell in line.strip("|").split("|")]
