"""Tells what is going to be executed: which scenarios, by which definitions, and what cannot be at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from steps.language.matching import KINDS, Definition


def tell_plan(config: pytest.Config, scenarios: Sequence[Any], unsound: Sequence[Any]) -> None:
    """Call the hook with what the chosen items hold; `unsound` are the items that stand for a problem."""
    known = {_key(each): each for item in scenarios for each in item.definitions}

    @cache  # one sentence stands in many scenarios
    def fitting(step_type: str, text: str) -> list[Definition]:
        return [each for each in known.values() if each.serves(step_type) and each.fits(text)]

    config.hook.pytest_svyazka_planned(
        config=config,
        documents=list({item.document.uri: item.document for item in scenarios}.values()),
        pickles=[item.pickle for item in scenarios],
        problems=[problem for item in unsound for problem in item.problems],
        definitions=list(known.values()),
        matches={
            step["id"]: fitting(step["type"], step["text"]) if step["type"] in KINDS else []
            for item in scenarios
            for step in item.steps
        },
    )


def _key(definition: Definition) -> tuple[str | None, str, str]:
    return definition.kind, definition.pattern, definition.place
