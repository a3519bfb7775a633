"""A sentence asks the stand for what not every stand can do, and no tag says so."""

from __future__ import annotations

from collections.abc import Iterator

from fixtures.stand import POWERS
from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected
from steps.lint.powers import powers_of

WEIGHT = Weight.REMARK


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the first step of each scenario that asks for a power its tags do not name."""
    for pickle in inspected.document.pickles:
        tags = {tag["name"].removeprefix("@") for tag in pickle["tags"]}
        told = set[str]()
        for step in inspected.bound.by_pickle[pickle["id"]]:
            for power in powers_of(step.definition) if step.definition else ():
                tag, words = POWERS[power]
                if tag not in tags | told:
                    told.add(tag)
                    message = f"шаг «{step.text}» просит стенд {words}: добавьте сценарию тег @{tag}."
                    yield Problem("missing_power", inspected.uri, step.line, message, (pickle["id"],))
