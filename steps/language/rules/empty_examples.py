"""An outline without a single row runs nothing."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.examples import OUTLINES
from steps.language.features import FeatureDocument, line_of
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        keyword, tables = scenario.node["keyword"], scenario.tables
        if not tables and keyword in OUTLINES:
            message = f"«{keyword}» без таблицы «Примеры:». Добавьте её или напишите «Сценарий:»."
            yield document.problem("empty_examples", scenario, message)
        for table in tables:
            if not table["tableBody"]:
                message = "в таблице «Примеры:» нет ни одной строки с данными. Добавьте их."
                yield Problem("empty_examples", document.uri, line_of(table), message)
