"""Tells what is going to be executed: which scenarios, by which definitions, and what cannot be at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from reports.record.facts import Fact

if TYPE_CHECKING:
    from steps.language.features import FeatureDocument
    from steps.language.matching import Definition
    from steps.runner.items import ProblemItem, ScenarioItem


PLAN_FACTS = pytest.StashKey[Sequence[Fact]]()


def tell_plan(
    config: pytest.Config,
    documents: Sequence[FeatureDocument],
    scenarios: Sequence[ScenarioItem],
    unsound: Sequence[ProblemItem],
    facts: Sequence[Fact],
) -> None:
    """Call the hook with what the chosen items hold; `unsound` are the items that stand for a problem.

    `documents` are those the items were chosen from, `facts` are what there is to know of the plan as a whole.
    """
    config.stash[PLAN_FACTS] = facts
    visible = {id(item.definitions): item.definitions for item in scenarios}
    known = {_key(each): each for definitions in visible.values() for each in definitions}
    config.hook.pytest_svyazka_planned(
        config=config,
        documents=list(documents),
        pickles=[item.pickle for item in scenarios],
        problems=[problem for item in unsound for problem in item.problems],
        definitions=list(known.values()),
        matches={step["id"]: item.matches[step["id"]] for item in scenarios for step in item.steps},
    )


def _key(definition: Definition) -> tuple[str | None, str, str]:
    return definition.kind, definition.pattern, definition.place
