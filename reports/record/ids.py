"""Ids of the static part: they follow from the pickle's, so that every process finds them by itself."""

import hashlib
from typing import Any

HOOK = "scenario-end"


def test_case(pickle_id: str) -> str:
    """Return the id of the test case that executes a pickle."""
    return f"{pickle_id}-case"


def test_step(pickle_step_id: str) -> str:
    """Return the id of the test step that executes a pickle's step."""
    return f"{pickle_step_id}-step"


def end_step(pickle_id: str) -> str:
    """Return the id of a case's last test step, a hook that holds what went wrong outside every step."""
    return f"{pickle_id}-end"


def step_definition(definition: Any) -> str:
    """Return the id of a step definition: one place may hold several patterns."""
    told = f"{definition.place} {definition.kind} {definition.pattern}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]
