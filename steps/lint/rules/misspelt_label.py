"""A label that no screen has, and that is a letter or two away from one that a screen does have."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.language.spelling import SLIPS, blur, mixed_words
from steps.lint.inspected import Inspected
from steps.lint.labels import Stranger

WEIGHT = Weight.REMARK


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield such labels, each with the known one and what they differ in; Latin letters have a rule of their own."""
    for each in inspected.strange:
        if each.nearest and not mixed_words(each.label):
            message = f"надписи «{each.label}» нет ни на одном экране; есть «{each.nearest}»{_why(each)}."
            line = inspected.lines[each.step.line - 1] if each.step.line <= len(inspected.lines) else ""
            column = line.find(each.label)
            yield inspected.problem(
                "misspelt_label", each.step.line, message, column + 1, mend=_mend(each, column)
            )


def _why(each: Stranger) -> str:
    known = each.nearest or ""
    why = next((why for undo, why in SLIPS if undo(each.label) == undo(known)), None)
    why = why or ("и буквы, и пробелы" if blur(each.label) == blur(known) else None)
    return f". Разница: {why}" if why else ""


def _mend(each: Stranger, column: int) -> Mend | None:
    if column < 0 or "‹" in (each.nearest or ""):
        return None
    edit = Edit(each.step.line, column, column + len(each.label), each.nearest or "")
    return Mend(f"Написать «{each.nearest}»", (edit,))
