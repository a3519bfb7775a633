"""A step that hardly differs from one that stands elsewhere: a letter, a blank, ё; one of the two is misspelt."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import line_of
from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.language.spelling import blur
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the rarer of two spellings of one step, once for each in a file."""
    seen = set[str]()
    for holder in inspected.document.step_holders:
        for step in holder["steps"]:
            text = step["text"]
            spellings = inspected.company.spellings.get(blur(text), {})
            usual = max(spellings, key=lambda each: (spellings[each], each), default=text)
            if usual != text and text not in seen:
                seen.add(text)
                message = (
                    f"шаг «{text}» почти не отличается от «{usual}», который встречается чаще. Сверьте их."
                )
                yield inspected.problem("hardly_different", line_of(step), message)
