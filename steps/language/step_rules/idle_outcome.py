"""A scenario whose every «Тогда» repeats what was proven or typed just before: none of them can fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.language.binding import Bound, BoundStep
from steps.language.kinds import KINDS
from steps.language.problem import Problem


def find(bound: Bound) -> Iterator[Problem]:
    """Yield the scenarios that look at nothing but what they already know."""
    for scenario, steps in bound.first_rows():
        looks = [number for number, step in enumerate(steps) if step.type == "Outcome"]
        if looks and all(_is_known(steps, number) for number in looks):
            step = steps[looks[-1]]
            message = (
                f"«{step.text}» не может не выполниться: это только что доказал или ввёл предыдущий шаг. "
                "Допишите, что человек видит после своего действия."
            )
            yield bound.document.problem("idle_outcome", scenario, message, step.line)


def _is_known(steps: Sequence[BoundStep], number: int) -> bool:
    before = next((step for step in reversed(steps[:number]) if step.type != "Outcome"), None)
    return before is not None and (_walked_to(before, steps[number]) or _typed(before, steps[number]))


def _walked_to(before: BoundStep, look: BoundStep) -> bool:
    """A way «до экрана …» ends where that screen is seen."""
    screens = [text for kind, text in look.places if kind is KINDS["Screen"]]
    walked = [text for kind, text in before.places if kind is KINDS["Screen"]]
    return bool(screens) and screens == walked and len(look.places) == 1


def _typed(before: BoundStep, look: BoundStep) -> bool:
    """What was typed into a field stands in it."""
    return len(look.places) > 1 and _of_field(before) == _of_field(look) and _of_field(look) != ([], [])


def _of_field(step: BoundStep) -> tuple[list[str], list[str]]:
    fields = [text for kind, text in step.places if kind is KINDS["Field"]]
    return fields, [text for kind, text in step.places if kind is KINDS["Text"]] if fields else []
