"""«Не вижу» of a chat that nobody in the scenario can have: it cannot fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixtures.people import CLASS
from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.REMARK
CLASS_OF_CHAT = re.compile(r"\d{1,2} «[А-ЯЁ]»")
MISSING = re.compile(r"(?:не вижу|нет) ")


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the steps that miss a chat of a class which the scenario gives to nobody."""
    seen = set[tuple[int, str]]()
    for pickle in inspected.document.pickles:
        steps = inspected.bound.by_pickle[pickle["id"]]
        there = " ".join(step.text for step in steps if not MISSING.search(step.text))
        for step in steps:
            for name in CLASS_OF_CHAT.findall(step.text) if MISSING.search(step.text) else ():
                if name != CLASS and name not in there and (step.line, name) not in seen:
                    seen.add((step.line, name))
                    message = (
                        f"класса {name} в этом сценарии ни у кого нет, и «{step.text}» не может не выполниться. "
                        f"По умолчанию у всех {CLASS}; другой класс дают в «Дано»."
                    )
                    yield Problem("unknown_chat", inspected.uri, step.line, message, (pickle["id"],))
