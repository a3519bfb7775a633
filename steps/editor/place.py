"""What stands under the cursor: a sentence, a caption in one, a tag, a mark, a cell, or nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from steps.catalogue.entry import Entry
from steps.editor.outline import Outline, StepLine
from steps.editor.text import Span, Text
from steps.language.kinds import SlotKind
from steps.language.sentence import Slot

_TAG = re.compile(r"@[^\s@]*")
_MARK = re.compile(r"(\s*#>\s*)(.*)")
_CLAUSE = re.compile(r"[^\s,]+")


@dataclass(frozen=True)
class Word:
    """A tag or the id of a clause: its text and where it is written."""

    text: str
    span: Span


def word_at(words: Sequence[Word], column: int) -> Word | None:
    """Return the word that the column is in or at an end of."""
    return next((word for word in words if word.span.start <= column <= word.span.end), None)


def tags_on(text: Text, line: int) -> list[Word]:
    """Return the tags on a line of tags, with their @."""
    written = text.line(line)
    if not written.lstrip().startswith("@"):
        return []
    before_comment = re.split(r"\s#", written)[0]
    return [Word(found[0], Span(line, *found.span())) for found in _TAG.finditer(before_comment)]


def clauses_on(text: Text, line: int) -> list[Word] | None:
    """Return the clauses that a mark names; None if the line is no mark."""
    found = _MARK.match(text.line(line))
    if found is None:
        return None
    return [
        Word(each[0], Span(line, found.start(2) + each.start(), found.start(2) + each.end()))
        for each in _CLAUSE.finditer(found[2])
    ]


def quoted(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where what is in outer «ёлочки» begins and ends, counted from `start`; one left open ends with the text."""
    depth, begin = 0, 0
    for number, letter in enumerate(text):
        if letter == "«":
            begin, depth = (number + 1 if depth == 0 else begin), depth + 1
        elif letter == "»" and depth:
            depth -= 1
            if depth == 0:
                yield start + begin, start + number
    if depth:
        yield start + begin, start + len(text)


def label_at(text: Text, step: StepLine, column: int) -> Span | None:
    """Return the place in «ёлочки» of a step that the column is in or at an end of."""
    found = quoted(text.line(step.line)[step.span.start :], step.span.start)
    return next((Span(step.line, *each) for each in found if each[0] <= column <= each[1]), None)


def kinds_at(entries: Sequence[Entry], step: StepLine, before: str) -> list[SlotKind]:
    """Return what may stand in the place in «ёлочки» that comes after the beginning of a step's sentence.

    Every sentence counts that begins so and serves steps like this one.
    """
    found = {}
    for entry in entries:
        if any(each.serves(step.type) for each in entry.definitions):
            for kind in _kinds_after(entry.parts, before):
                found[id(kind)] = kind
    return list(found.values())


def _kinds_after(parts: Sequence[str | Slot], before: str) -> Iterator[SlotKind]:
    pattern = ""
    for part in parts:
        if isinstance(part, str):
            pattern += re.escape(part)
        else:
            if re.fullmatch(pattern, before):
                yield part.kind
            pattern += f"(?:{part.kind.regex})"


def sample(kind: SlotKind, called: str = "") -> str:
    """Return what stands in a place until something is written there: its name, or an example where only that fits."""
    shown = called or kind.called
    return shown if re.fullmatch(kind.regex, shown) else kind.examples[0]


def column_kind(entries: Sequence[Entry], step: StepLine, number: int) -> SlotKind | None:
    """Return what may stand in a column of the table under a step."""
    for entry in entries:
        parser = entry.definitions[0].context.parser
        columns: tuple[SlotKind, ...] = getattr(parser, "columns", ())
        if number < len(columns) and any(
            each.serves(step.type) and each.fits(step.sentence) for each in entry.definitions
        ):
            return columns[number]
    return None


def cell_at(text: Text, line: int, column: int) -> tuple[int, Span] | None:
    """Return the number of the cell in which the column is, and where what is written in it stands."""
    written = text.line(line)
    if not written.lstrip().startswith("|"):
        return None
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", written)]
    number = sum(bar < column for bar in bars) - 1
    if number < 0:
        return None
    end = bars[number + 1] if number + 1 < len(bars) else len(written)
    inside = written[bars[number] + 1 : end]
    start = bars[number] + 1 + len(inside) - len(inside.lstrip())
    return number, Span(line, min(start, column), max(start, bars[number] + 1 + len(inside.rstrip())))


def table_step(outline: Outline, line: int) -> StepLine | None:
    """Return the step whose table has a row on this line, filled in where it is of an outline."""
    step = outline.step_above(line)
    return outline.filled(step) if step else None
