"""Lays a feature out anew: what the linter mends by itself, and nothing else."""

from __future__ import annotations

from steps.editor.diagnostics import source_of
from steps.editor.knowledge import Knowledge
from steps.editor.text import Edit, Span, Text
from steps.lint.mending import mended_raw


def formatted(text: Text, uri: str, knowledge: Knowledge) -> list[Edit]:
    """Return a change for every line that is to be written otherwise; none of a text that cannot be read."""
    as_it_is = Text(text.normal)
    better = Text(mended_raw(source_of(as_it_is, uri), knowledge.known).decode())
    if len(better.lines) != len(text.lines):
        return []
    pairs = enumerate(zip(as_it_is.lines, better.lines, strict=True))
    return [Edit(Span(line, 0, len(old)), new) for line, (old, new) in pairs if old != new]
