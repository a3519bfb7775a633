"""What is wrong with a feature as it stands now, by the rules of the linter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from steps.editor.knowledge import Knowledge
from steps.editor.text import Edit, Span, Text
from steps.language.problem import Edit as RawEdit
from steps.language.problem import Mend, Problem
from steps.language.rule import Weight
from steps.lint.linting import Finding as Found
from steps.lint.linting import Source, lint


@dataclass(frozen=True)
class Repair:
    """What would mend a finding: what it does, in words, and the changes that belong together."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Finding:
    """Something to be mended, or worth thinking of: where it is, what to do, which rule says so, and its page."""

    span: Span
    weight: Weight
    rule: str
    page: Path
    message: str
    repair: Repair | None = None


def findings(text: Text, uri: str, knowledge: Knowledge) -> list[Finding]:
    """Return everything that the rules find in the text alone, from top to bottom."""
    found = [_finding(text, each) for each in lint([source_of(text, uri)], knowledge.known)]
    return sorted(dict.fromkeys(found), key=lambda each: (each.span, each.message))


def source_of(text: Text, uri: str) -> Source:
    """Return the text as the linter takes it."""
    return Source.of_text(uri, text.normal if text.has_lone_returns else text.source)


def _finding(text: Text, found: Found) -> Finding:
    problem = found.problem
    message = problem.message[:1].upper() + problem.message[1:]
    rule = found.rule
    span, repair = _span(text, problem), _repair(text, problem.mend)
    return Finding(span, rule.weight, rule.title, rule.page, message, repair)


def _repair(text: Text, mend: Mend | None) -> Repair | None:
    return Repair(mend.title, tuple(edit_in(text, each) for each in mend.edits)) if mend else None


def _span(text: Text, problem: Problem) -> Span:
    """The line as far as something is written on it, or from the column that is told."""
    line = min(max(problem.line - 1, 0), len(text.lines) - 1)
    written = text.written(line)
    if not problem.column:
        return written
    start = min(problem.column - 1, len(text.line(line)))
    return Span(line, start, max(start, written.end))


def edit_in(text: Text, edit: RawEdit) -> Edit:
    """Return an edit of the file as one of the text; the ends of lines are the editor's own business."""
    line, length = edit.line - 1, len(text.line(edit.line - 1))
    return Edit(Span(line, min(edit.start, length), min(edit.end, length)), edit.text)
