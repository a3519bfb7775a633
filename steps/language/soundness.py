"""What is wrong with the text of a feature, by the rules of `rules/`; knows no step definitions."""

from __future__ import annotations

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.rule import Weight, found, rules_in

RULES = "steps.language.rules"


def unsound(document: FeatureDocument) -> list[Problem]:
    """Return everything for which a run refuses a parsed document, by line."""
    return _found(document, refuses=True)


def remarkable(document: FeatureDocument) -> list[Problem]:
    """Return what is worth knowing of a parsed document although it is no reason not to run it."""
    return _found(document, refuses=False)


def _found(document: FeatureDocument, refuses: bool) -> list[Problem]:
    rules = [rule for rule in rules_in(RULES) if (rule.weight is Weight.REFUSES) is refuses]
    return sorted(found(rules, document), key=lambda problem: (problem.line, problem.message))
