"""Of two columns of one name only the first would be used."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument, columns_of, line_of
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        for table in scenario.tables:
            columns = columns_of(table)
            if twice := next((name for name in columns if columns.count(name) > 1), None):
                message = f"столбец «{twice}» назван дважды. Дайте столбцам разные имена."
                yield document.problem("equal_columns", scenario, message, line_of(table))
