"""What stands behind the last bar of a row is no cell, and nobody would read it."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.examples import CELLS, row_lines
from steps.language.features import FeatureDocument
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for line in sorted(row_lines(document)):
        if rest := CELLS.sub("", document.lines[line - 1].strip()).strip():
            message = f"за последней чертой «|» стоит «{rest}»: это не ячейка. Поставьте за ней черту или уберите её."
            yield Problem("row_end", document.uri, line, message)
