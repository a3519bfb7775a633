"""A column that no sentence uses changes nothing: its rows would differ in nothing but their names."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.examples import used
from steps.language.features import FeatureDocument, columns_of, line_of
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        taken = {name for _, name in used(scenario)}
        for table in scenario.tables:
            for name in dict.fromkeys(columns_of(table)):
                if name not in taken:
                    message = f"столбца «{name}» не берёт ни один шаг. Напишите в шаге <{name}> или удалите столбец."
                    yield document.problem("unused_column", scenario, message, line_of(table["tableHeader"]))
