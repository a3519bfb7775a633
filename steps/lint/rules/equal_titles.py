"""Scenarios of one name, in features of one name, in different files: reports show no difference."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected, full_name

WEIGHT = Weight.ADVICE


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the scenarios whose full name another of the files has too."""
    for scenario in inspected.document.scenarios:
        feature, name = full_name(inspected.document, scenario)
        places = inspected.company.names.get((feature, name), [])
        others = [place for place in places if place.rpartition(":")[0] != inspected.uri]
        if name and others:
            told = f"в функции «{feature}» сценарий «{name}» есть и в другом файле ({', '.join(others)})."
            message = f"{told} Назовите функции или сценарии по-разному."
            yield inspected.document.problem("equal_titles", scenario, message)
