"""What is done after the last look has no effect on the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.rule import Weight

WEIGHT = Weight.REMARK


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for scenario in document.scenarios:
        steps = document.own_steps_of(scenario)
        if steps and steps[-1]["type"] == "Action" and any(step["type"] == "Outcome" for step in steps):
            message = (
                f"после «{steps[-1]['text']}» никто ни на что не смотрит. Допишите «Тогда» или уберите шаг."
            )
            yield document.problem("unseen_end", scenario, message, steps[-1]["line"])
