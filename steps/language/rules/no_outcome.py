"""A scenario that looks at nothing would be green whatever the system shows."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.rules.lost_keyword import lost_within


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        kinds = {step["type"] for step in document.own_steps_of(scenario)}
        if kinds and kinds <= {"Context", "Action"} and not lost_within(document, scenario.node):
            message = (
                f"в сценарии «{scenario.node['name']}» нет «Тогда»: он ничего не проверяет. "
                "Допишите, что человек видит."
            )
            yield document.problem("no_outcome", scenario, message)
