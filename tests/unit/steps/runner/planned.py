"""Scenarios as they are planned, of a text, without a run."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from steps.catalogue.definitions import known_definitions
from steps.language.matching import Matcher
from steps.language.reading import parse_feature

HEAD = "# language: ru\n@perm\nФункция: Ф\n\n  Сценарий: С\n"


def planned(*steps: str, definitions: Any = None) -> Any:
    """A scenario of these steps, as far as its steps and their definitions go."""
    text = HEAD + "".join(f"    {step}\n" for step in steps)
    document = parse_feature(text, "a.feature")
    matches = Matcher(definitions or known_definitions()).matches(document)
    [pickle] = document.pickles
    return SimpleNamespace(steps=document.steps_of(pickle), matches=matches, problems=[])
