"""How the lines of a feature are laid out: which are rows or texts in quotes, and which stand equally far in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reports.record.marks import Mark, marks_among
from steps.language.features import FeatureDocument, line_of

INDENT = re.compile(r"[ \t]*")


def is_row(line: str) -> bool:
    """Say whether the line is one of a table."""
    return line.lstrip().startswith("|")


def indent_of(line: str) -> str:
    """Return what stands before the first sign of a line."""
    found = INDENT.match(line)
    return found[0] if found else ""


def text_block_lines(document: FeatureDocument) -> frozenset[int]:
    """Return the lines of the texts in quotes under steps, the quotes among them."""
    return frozenset(
        number
        for holder in document.step_holders
        for step in holder["steps"]
        if (text := step.get("docString"))
        for number in range(line_of(text), line_of(text) + text["content"].count("\n") + 3)
    )


def levels(document: FeatureDocument) -> Iterator[tuple[str, list[tuple[int, ...]]]]:
    """Yield what should stand equally far in: the kind of lines, and each with the lines that move with it."""
    if document.feature:
        children = document.feature["children"]
        yield from _within(document, [each for each in children if "rule" not in each], "")
        rules = [child["rule"]["children"] for child in children if "rule" in child]
        yield from _within(document, [each for rule in rules for each in rule], " правила")


def _within(
    document: FeatureDocument, children: list[dict[str, Any]], where: str
) -> Iterator[tuple[str, list[tuple[int, ...]]]]:
    holders = [child.get("scenario") or child["background"] for child in children]
    yield f"заголовки сценариев{where}", [_with_tags(holder) for holder in holders]
    marks = marks_among(document.comments)
    yield f"шаги{where}", [_with_argument(marks, step) for holder in holders for step in holder["steps"]]
    tables = [table for holder in holders for table in holder.get("examples", [])]
    yield f"«Примеры»{where}", [_with_tags(table) for table in tables]


def _with_tags(node: dict[str, Any]) -> tuple[int, ...]:
    tags = {line_of(tag) for tag in node["tags"]} if "tags" in node else set()
    rows = [node["tableHeader"], *node["tableBody"]] if "tableHeader" in node else []
    described = node["description"].split("\n") if node["description"] else []
    below = range(line_of(node) + 1, line_of(node) + 1 + len(described))
    return (line_of(node), *sorted(tags), *below, *map(line_of, rows))


def _with_argument(marks: Sequence[Mark], step: dict[str, Any]) -> tuple[int, ...]:
    above = [mark.line for mark in marks if mark.below == line_of(step)]
    rows = [line_of(row) for row in step.get("dataTable", {}).get("rows", [])]
    text = step.get("docString")
    quoted = range(line_of(text), line_of(text) + text["content"].count("\n") + 3) if text else ()
    return (line_of(step), *above, *rows, *quoted)
