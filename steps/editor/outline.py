"""Which line is what, told from the line alone: a file that is being typed can seldom be parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from gherkin.dialect import DIALECTS

from steps.editor.text import Span, Text

_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*([\w-]+)")
_TEXT_QUOTES = ('"""', "```")
TYPES = {"given": "Context", "when": "Action", "then": "Outcome"}
SECTIONS = ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")


@dataclass(frozen=True)
class StepLine:
    """A step as it is written: its keyword, what it is («И» goes on with what it follows), and its sentence."""

    line: int
    keyword: str
    type: str
    sentence: str
    span: Span


@dataclass(frozen=True)
class SectionLine:
    """A heading: what it opens, in Gherkin's word, and its name."""

    line: int
    kind: str
    keyword: str
    name: str
    span: Span


class Outline:
    """The steps and headings of a text by their lines."""

    def __init__(self, text: Text) -> None:
        """Read the lines from top to bottom."""
        self.text = text
        self._steps: dict[int, StepLine] = {}
        self.sections: list[SectionLine] = []
        self.within_text = set[int]()
        self._dialect: Mapping[str, Any] = DIALECTS.get(_language(text), DIALECTS["ru"])
        self._read()

    def step(self, line: int) -> StepLine | None:
        """Return the step that is written on a line."""
        return self._steps.get(line)

    @property
    def steps(self) -> list[StepLine]:
        """All steps from top to bottom."""
        return list(self._steps.values())

    def step_above(self, line: int) -> StepLine | None:
        """Return the step that a table on a line belongs to: only other rows and comments stand between."""
        for number in range(line - 1, -1, -1):
            if number in self._steps:
                return self._steps[number]
            if not self.text.line(number).lstrip().startswith(("|", "#")):
                return None
        return None

    def filled(self, step: StepLine) -> StepLine:
        """Return the step as the first row of the examples under it has it; without examples, as it is."""
        rows = self._first_examples(step.line)
        if len(rows) < 2:
            return step
        cells = dict(zip(cells_of(rows[0]), cells_of(rows[1]), strict=False))
        sentence = re.sub(r"<([^<>]*)>", lambda found: cells.get(found[1], found[0]), step.sentence)
        return replace(step, sentence=sentence)

    def _first_examples(self, line: int) -> list[str]:
        """The rows of the first examples after a line, if no other scenario begins before them."""
        below = next((each for each in self.sections if each.line > line), None)
        if below is None or below.kind != "examples":
            return []
        rest = (each.strip() for each in self.text.lines[below.line + 1 :])
        rows = takewhile(lambda each: each.startswith(("|", "#")) or not each, rest)
        return [row for row in rows if row.startswith("|")]

    def section(self, line: int) -> SectionLine | None:
        """Return the heading that is written on a line."""
        return next((each for each in self.sections if each.line == line), None)

    def _read(self) -> None:
        quotes, last = "", ""
        for number, line in enumerate(self.text.lines):
            written = line.lstrip()
            opening = next((each for each in _TEXT_QUOTES if written.startswith(each)), "")
            if quotes or opening:
                self.within_text.add(number)
                quotes = "" if opening == quotes else quotes or opening
            elif section := self._section(number, line):
                self.sections.append(section)
                last = ""
            elif step := self._step(number, line, last):
                self._steps[number] = step
                last = step.type

    def _section(self, number: int, line: str) -> SectionLine | None:
        written = line.lstrip()
        for kind in SECTIONS:
            for keyword in self._dialect[kind]:
                if written.startswith(f"{keyword}:"):
                    start = len(line) - len(written) + len(keyword) + 1
                    start += len(line[start:]) - len(line[start:].lstrip())
                    span = Span(number, start, max(start, len(line.rstrip())))
                    return SectionLine(number, kind, keyword, line[start:].rstrip(), span)
        return None

    def _step(self, number: int, line: str, last: str) -> StepLine | None:
        written = line.lstrip()
        indent = len(line) - len(written)
        for keyword, kind in sorted(self._keywords().items(), key=lambda pair: -len(pair[0])):
            if written.startswith(keyword) or written == keyword.rstrip():
                start = min(indent + len(keyword), len(line))
                span = Span(number, start, max(start, len(line.rstrip())))
                return StepLine(number, keyword.strip(), kind or last, line[start:].rstrip(), span)
        return None

    def _keywords(self) -> dict[str, str]:
        """Each word a step may begin with, its blank included, and what it says the step is."""
        going_on = {word: "" for kind in ("and", "but") for word in self._dialect[kind]}
        return going_on | {
            word: TYPES[kind] for kind in TYPES for word in self._dialect[kind] if word.strip() != "*"
        }


def cells_of(row: str) -> list[str]:
    """Return the cells of a row of a table, as they are meant: a bar in a cell is written with a backslash."""
    cells = re.findall(r"((?:\\.|[^|\\])*)\|", row.strip().removeprefix("|"))
    return [re.sub(r"\\([|\\])", r"\1", cell.strip()) for cell in cells]


def _language(text: Text) -> str:
    found = (_LANGUAGE.match(line) for line in text.lines[:5])
    return next((each[1] for each in found if each), "ru")
