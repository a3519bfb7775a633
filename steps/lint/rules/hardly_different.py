"""A step that hardly differs from one that stands elsewhere: a letter, a blank, ё; one of the two is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.features import line_of
from steps.language.problem import Problem
from steps.language.quoting import QUOTABLE
from steps.language.rule import Weight
from steps.language.spelling import mixed_words
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE
QUOTED = re.compile(rf"«({QUOTABLE})»")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the rarer of two spellings of one step, once for each in a file; a Latin letter is told of by itself."""
    seen = set[str]()
    for holder in inspected.document.step_holders if inspected.company.usual else ():
        for step in holder["steps"]:
            text = step["text"]
            usual = inspected.company.usual.get(text)
            if (
                usual
                and text not in seen
                and not mixed_words(text)
                and not _both_stand_on_screens(inspected, text, usual)
            ):
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
