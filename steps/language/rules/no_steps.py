"""A scenario without steps would pass."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.rules.lost_keyword import lost_within


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        if not scenario.node["steps"] and not lost_within(document, scenario.node):
            message = f"в сценарии «{scenario.node['name']}» нет шагов. Напишите их или удалите сценарий."
            yield document.problem("no_steps", scenario, message)
