"""Two equal rows of an outline cannot be told apart either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from steps.language.features import FeatureDocument
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    same: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for pickle in document.pickles:
        if document.cells_of(pickle):
            same[document.identity_of(pickle)].append(pickle)
    for pickles in same.values():
        if len(pickles) > 1:
            lines = ", ".join(str(document.line_of(pickle)) for pickle in pickles)
            message = f"одинаковые строки в «Примерах» (строки {lines}). Оставьте одну или различите их."
            for pickle in pickles:
                line = document.line_of(pickle)
                yield Problem("equal_rows", document.uri, line, message, (pickle["id"],))
