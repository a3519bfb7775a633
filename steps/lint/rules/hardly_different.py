"""A step that hardly differs from one that stands elsewhere: a letter, a blank, ё; one of the two is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.features import line_of
from steps.language.problem import Problem
from steps.language.quoting import QUOTABLE
from steps.language.rule import Weight
from steps.language.spelling import blur, mixed_words
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE
QUOTED = re.compile(rf"«({QUOTABLE})»")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the rarer of two spellings of one step, once for each in a file."""
    seen = set[str]()
    for holder in inspected.document.step_holders:
        for step in holder["steps"]:
            text = step["text"]
            if mixed_words(text):
                continue  # told of by the letter
            spellings = inspected.company.spellings[blur(text)]
            usual = max(spellings, key=lambda each: (spellings[each], each), default=text)
            if usual != text and text not in seen and not _both_stand_on_screens(inspected, text, usual):
                seen.add(text)
                message = (
                    f"шаг «{text}» почти не отличается от «{usual}», который встречается чаще. Сверьте их."
                )
                yield inspected.problem("hardly_different", line_of(step), message)


def _both_stand_on_screens(inspected: Inspected, one: str, other: str) -> bool:
    """Two screens may say the same thing in two ways; then both are right."""
    known = inspected.known.labels
    labels = [label for text in (one, other) for label in QUOTED.findall(text)]
    return known is not None and bool(labels) and all(map(known.knows, labels))
