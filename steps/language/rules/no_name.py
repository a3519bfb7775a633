"""A scenario without a name cannot be told from others in any report."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        if not scenario.node["name"].strip():
            yield document.problem(
                "no_name", scenario, "у сценария нет названия. Напишите, что в нём проверяют."
            )
