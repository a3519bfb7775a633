"""Two scenarios of one name in a file cannot be told apart in any report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from steps.language.features import AstScenario, FeatureDocument, line_of
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    same: dict[str, list[AstScenario]] = defaultdict(list)
    for scenario in document.scenarios:
        same[" ".join(scenario.node["name"].split())].append(scenario)
    for name, scenarios in same.items():
        if name and len(scenarios) > 1:
            lines = ", ".join(str(line_of(each.node)) for each in scenarios)
            message = (
                f"название «{name}» уже занято в этом файле (строки {lines}). Назовите сценарии по-разному."
            )
            yield from (document.problem("equal_names", each, message) for each in scenarios)
