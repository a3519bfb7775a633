"""What stands in tables and «Примеры», and which places a scenario has for their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from steps.language.features import AstScenario, FeatureDocument, line_of
from steps.language.keywords import RUSSIAN

OUTLINES = tuple(RUSSIAN["scenarioOutline"])
CELLS = re.compile(r"^(?:[^|\\]|\\.)*\|(?:(?:[^|\\]|\\.)*\|)*")  # of a row, up to its last bar
PLACEHOLDER = re.compile(r"<([^<>\n]+)>")


def used(scenario: AstScenario) -> list[tuple[int, str]]:
    """Return the places for cells of a scenario, each with its line."""
    title = [(line_of(scenario.node), scenario.node["name"])]
    return [*_named(title), *placeholders(scenario.node["steps"])]


def placeholders(steps: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Yield the places for cells in steps and what stands under them, each with its line."""
    for step in steps:
        texts = [(line_of(step), step["text"])]
        rows = step.get("dataTable", {}).get("rows", [])
        texts += [(line_of(row), cell["value"]) for row in rows for cell in row["cells"]]
        if doc := step.get("docString"):
            texts.append((line_of(doc), doc["content"]))
        yield from _named(texts)


def tables_of(document: FeatureDocument) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of every table, the header of «Примеры» among them."""
    for holder in document.step_holders:
        yield from (step["dataTable"]["rows"] for step in holder["steps"] if "dataTable" in step)
        for table in holder.get("examples", []):
            yield [*([table["tableHeader"]] if "tableHeader" in table else []), *table["tableBody"]]


def row_lines(document: FeatureDocument) -> Iterator[int]:
    """Yield the lines on which rows of tables stand."""
    yield from (line_of(row) for rows in tables_of(document) for row in rows)


def _named(texts: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for line, text in texts:
        yield from ((line, name) for name in PLACEHOLDER.findall(text))
