"""A step proves a clause by a caption of which nobody has said where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.language.spelling import nearest_word
from steps.lint.inspected import Inspected
from steps.lint.known import Basis
from steps.lint.labels import captions_of

WEIGHT = Weight.REMARK


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the captions of marked steps that neither the clause names nor its instruction prints."""
    known = inspected.known
    for step, label in captions_of(inspected.bound):
        for clause in inspected.document.clauses.get(step.line, ()):
            proves = step.type != "Context" and clause in known.clauses
            if proves and not known.has_origin(label, clause) and not _is_a_slip(label, clause, known):
                told = f"надписи «{label}» нет ни у пункта «{clause}», ни в его источнике"
                advice = "Назовите её в пункте: assumed, если её придумали, observed, если видели"
                yield inspected.problem("unfounded_label", step.line, f"{told}. {advice}.")


def _is_a_slip(label: str, clause: str, known: Basis) -> bool:
    """Whether it is on no screen and was meant to be one of the clause's: other rules tell of that."""
    is_seen = known.labels is not None and known.has_label(label)
    return not is_seen and nearest_word(label, known.clauses[clause]) is not None
