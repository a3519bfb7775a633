"""What a person does stands under «Дано» where «Когда» was forgotten: then nothing is tried, only arranged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.language.binding import Bound, BoundStep
from steps.language.matching import Definition
from steps.language.problem import Problem


def find(bound: Bound) -> Iterator[Problem]:
    """Yield the scenarios without «Когда» whose last «Дано» is something a person does."""
    actions = {each.pattern for each in bound.matcher.definitions if each.serves("Action")}
    for scenario, steps in bound.first_rows():
        if any(step.type == "Action" for step in steps) or not scenario.node["steps"]:
            continue
        if done := _last_done(steps, actions):
            told = (
                f"«Когда» забыто: «{done.text}» стоит под «Дано», и неудача здесь ничего не скажет о системе."
            )
            advice = "Начните с «Когда» то, что проверяет сценарий."
            yield bound.document.problem("no_action", scenario, f"{told} {advice}", done.line)


def _last_done(steps: Sequence[BoundStep], actions: set[str]) -> BoundStep | None:
    """The last thing done before the first look, if it can be written with «Когда» as well."""
    arranged = [step for step in steps if step.type == "Context"]
    last = arranged[-1] if arranged else None
    return last if last and _is_done(last.definition, actions) else None


def _is_done(definition: Definition | None, actions: set[str]) -> bool:
    return definition is not None and definition.pattern in actions
