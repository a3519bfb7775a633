"""Where the thing under the cursor is written: a sentence's function, a clause in its list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from steps.editor.knowledge import Knowledge
from steps.editor.outline import Outline
from steps.editor.place import clauses_on, word_at
from steps.editor.text import Text


@dataclass(frozen=True)
class Target:
    """A line of a file, counted from 0."""

    file: Path
    line: int


def targets(text: Text, line: int, column: int, knowledge: Knowledge) -> list[Target]:
    """Return where the clause of a mark or the function of a step is written."""
    if (clauses := clauses_on(text, line)) is not None:
        word = word_at(clauses, column)
        clause = knowledge.clauses.get(word.text) if word else None
        return [Target(clause.file, clause.line)] if clause else []
    outline = Outline(text)
    step = outline.step(line)
    entries = knowledge.fitting(outline.filled(step)) if step else []
    return [_target(knowledge.root, entry.source) for entry in entries]


def _target(root: Path, source: str) -> Target:
    file, _, line = source.rpartition(":")
    return Target(root / file, int(line) - 1)
