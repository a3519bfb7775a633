"""What a failed step expected and what was on the screen instead, in words a methodologist can pass on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reports.instructions.clauses import Clause
from reports.record.run import Step
from reports.record.vocabulary import DIFFERENCE_TYPE
from reports.wording import first_line

# What is missing, by its kind, when nothing on the screen resembles it.
_MISSING = {
    "button": "на экране «{screen}» такой кнопки нет",
    "field": "на экране «{screen}» такого поля нет",
    "text": "на экране «{screen}» такой надписи нет",
}


@dataclass(frozen=True)
class Difference:
    """A sentence, and the captions of the same kind that were on the screen."""

    text: str
    present: tuple[str, ...] = ()


def difference(step: Step, clause: Clause | None = None) -> Difference | None:
    """Returns what differed at a failed step, in the words of its clause; None for a step that did not fail."""
    if step.status != "failed":
        return None
    facts = step.facts(DIFFERENCE_TYPE)
    if not facts or not facts[-1].get("expected"):
        return Difference(first_line(step.message))
    fact = facts[-1]
    return Difference(f"{_said(fact['expected'], clause)}, {_seen(fact)}", tuple(fact.get("present") or ()))


def _said(expected: str, clause: Clause | None) -> str:
    """Says who promised it: the instruction only what stands in it to the letter."""
    if clause is not None and expected in clause.labels:
        return f"в инструкции «{expected}»"
    if clause is not None and expected in clause.assumed:
        return f"предположено «{expected}»"
    return f"в сценарии «{expected}»"


def _seen(fact: Mapping[str, Any]) -> str:
    kind, screen, nearest = fact.get("kind", "other"), fact.get("screen") or "", fact.get("nearest")
    if kind == "screen":
        return f"открыт экран «{nearest or screen}»"
    if nearest:
        return f"на экране «{nearest}»"
    return _MISSING.get(kind, "на экране «{screen}» этого нет").format(screen=screen)
