"""The rules of tables and «Примеры»: every row is run and told apart, every cell and every column is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from steps.language.features import AstScenario, FeatureDocument, columns_of, line_of
from steps.language.keywords import RUSSIAN
from steps.language.problem import Problem
from steps.language.spelling import blur

OUTLINES = tuple(RUSSIAN["scenarioOutline"])
CELLS = re.compile(r"^(?:[^|\\]|\\.)*\|(?:(?:[^|\\]|\\.)*\|)*")  # of a row, up to its last bar
PLACEHOLDER = re.compile(r"<([^<>\n]+)>")


def equal_rows(document: FeatureDocument) -> Iterator[Problem]:
    """Two equal rows of an outline cannot be told apart either."""
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


def empty_examples(document: FeatureDocument) -> Iterator[Problem]:
    """An outline without a single row runs nothing."""
    for scenario in document.scenarios:
        keyword, tables = scenario.node["keyword"], scenario.tables
        if not tables and keyword in OUTLINES:
            message = f"«{keyword}» без таблицы «Примеры:». Добавьте её или напишите «Сценарий:»."
            yield document.problem("empty_examples", scenario, message)
        for table in tables:
            if not table["tableBody"]:
                message = "в таблице «Примеры:» нет ни одной строки с данными. Добавьте их."
                yield Problem("empty_examples", document.uri, line_of(table), message)


def unknown_placeholders(document: FeatureDocument) -> Iterator[Problem]:
    """A `<place>` without a column is passed on as it stands."""
    everywhere = {name for scenario in document.scenarios for t in scenario.tables for name in columns_of(t)}
    for background in document.backgrounds:
        for line, name in _placeholders(background["steps"]):
            if name in everywhere:
                message = f"<{name}> в предыстории: она общая для всех сценариев, примеры до неё не доходят."
                everything = tuple(pickle["id"] for pickle in document.pickles)
                yield Problem("placeholder", document.uri, line, message, everything)
    for scenario in document.scenarios:
        columns = [columns_of(table) for table in scenario.tables]
        known = set.intersection(*map(set, columns)) if columns else set()
        for line, name in _used(scenario) if columns else ():
            if name not in known:
                yield document.problem("placeholder", scenario, _unknown_column(name, known), line)


def unused_columns(document: FeatureDocument) -> Iterator[Problem]:
    """A column that no sentence uses changes nothing: its rows would differ in nothing but their names."""
    for scenario in document.scenarios:
        used = {name for _, name in _used(scenario)}
        for table in scenario.tables:
            for name in dict.fromkeys(columns_of(table)):
                if name not in used:
                    message = f"столбца «{name}» не берёт ни один шаг. Напишите в шаге <{name}> или удалите столбец."
                    yield document.problem("unused_column", scenario, message, line_of(table["tableHeader"]))


def equal_columns(document: FeatureDocument) -> Iterator[Problem]:
    """Of two columns of one name only the first would be used."""
    for scenario in document.scenarios:
        for table in scenario.tables:
            columns = columns_of(table)
            if twice := next((name for name in columns if columns.count(name) > 1), None):
                message = f"столбец «{twice}» назван дважды. Дайте столбцам разные имена."
                yield document.problem("equal_columns", scenario, message, line_of(table))


def row_ends(document: FeatureDocument) -> Iterator[Problem]:
    """What stands behind the last bar of a row is no cell, and nobody would read it."""
    for line in sorted(_row_lines(document)):
        if rest := CELLS.sub("", document.lines[line - 1].strip()).strip():
            message = f"за последней чертой «|» стоит «{rest}»: это не ячейка. Поставьте за ней черту или уберите её."
            yield Problem("row_end", document.uri, line, message)


def _unknown_column(name: str, known: set[str]) -> str:
    nearest = next((each for each in sorted(known) if blur(each) == blur(name)), None)
    listed = (
        f"Может быть, <{nearest}>?" if nearest else f"Есть: {', '.join(f'<{k}>' for k in sorted(known))}."
    )
    return f"столбца «{name}» нет в «Примерах». {listed}"


def _used(scenario: AstScenario) -> list[tuple[int, str]]:
    """The places for cells of a scenario, each with its line."""
    title = [(line_of(scenario.node), scenario.node["name"])]
    return [*_named(title), *_placeholders(scenario.node["steps"])]


def _named(texts: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for line, text in texts:
        yield from ((line, name) for name in PLACEHOLDER.findall(text))


def _placeholders(steps: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    for step in steps:
        texts = [(line_of(step), step["text"])]
        rows = step.get("dataTable", {}).get("rows", [])
        texts += [(line_of(row), cell["value"]) for row in rows for cell in row["cells"]]
        if doc := step.get("docString"):
            texts.append((line_of(doc), doc["content"]))
        yield from _named(texts)


def _row_lines(document: FeatureDocument) -> Iterator[int]:
    for holder in document.step_holders:
        tables = [step["dataTable"]["rows"] for step in holder["steps"] if "dataTable" in step]
        for table in holder.get("examples", []):
            tables.append([*([table["tableHeader"]] if "tableHeader" in table else []), *table["tableBody"]])
        yield from (line_of(row) for rows in tables for row in rows)
