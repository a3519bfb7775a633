"""A label that no screen is known to have; «не вижу» of it cannot fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE
RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)
MISSING = re.compile(r"(?:^|\s)(?:не вижу|нет)\s")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the labels that are like none that is known."""
    for each in inspected.strange:
        if not each.nearest and RUSSIAN.search(each.label):
            told = f"надписи «{each.label}» нет ни на одном известном экране."
            missed = MISSING.search(each.step.text)
            advice = (
                "Поэтому этот шаг не может не выполниться. Сверьте надпись."
                if missed
                else "Сверьте её с экраном."
            )
            yield inspected.problem("unknown_label", each.step.line, f"{told} {advice}")
