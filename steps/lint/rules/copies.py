"""Scenarios that do the same with other data: one outline with «Примеры» says it once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from steps.language.features import AstScenario, FeatureDocument, line_of
from steps.language.problem import Problem
from steps.language.quoting import QUOTABLE
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE
ENOUGH = 3  # of fewer steps an outline is no shorter
DATA = re.compile(rf"«{QUOTABLE}»|“[^”]*”")
DIFFERENT_PLACES = 2  # more of them, and the scenarios are about different things


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the later of two scenarios of a file that differ in what stands in quotes alone, in a place or two."""
    alike: dict[tuple[Any, ...], list[AstScenario]] = defaultdict(list)
    for scenario in inspected.document.scenarios:
        if len(scenario.node["steps"]) >= ENOUGH and not scenario.node["examples"]:
            key = _form(inspected.document, scenario)
            first = next((each for each in alike[key] if _are_copies(each, scenario)), None)
            alike[key].append(scenario)
            if first:
                message = (
                    f"сценарий отличается от «{first.node['name']}» (строка {line_of(first.node)}) только данными. "
                    "Сделайте из них «Структуру сценария» с «Примерами»."
                )
                yield inspected.document.problem("copies", scenario, message)


def _form(document: FeatureDocument, scenario: AstScenario) -> tuple[Any, ...]:
    """The steps without data; the clauses belong to it, and the rule, for an outline has one of each."""
    rule = line_of(scenario.rule) if scenario.rule else 0
    tags = tuple(tag["name"] for tag in scenario.node["tags"])
    return (rule, tags, *(_step_form(document, step) for step in scenario.node["steps"]))


def _step_form(document: FeatureDocument, step: dict[str, Any]) -> tuple[Any, ...]:
    rows = step.get("dataTable", {}).get("rows", [])
    cells = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
    clauses = document.clauses.get(line_of(step), ())
    return step["keyword"], DATA.sub("«»", step["text"]), cells, clauses


def _are_copies(one: AstScenario, other: AstScenario) -> bool:
    pairs = [
        (mine, theirs)
        for a, b in zip(one.node["steps"], other.node["steps"], strict=True)
        for mine, theirs in zip(DATA.findall(a["text"]), DATA.findall(b["text"]), strict=True)
        if mine != theirs
    ]
    return 0 < len(set(pairs)) <= DIFFERENT_PLACES
