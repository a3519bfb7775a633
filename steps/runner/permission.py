"""Skips what the stand does not allow, before anything of it is done."""

from __future__ import annotations

import pytest

from fixtures.chosen_stand import stand_of
from fixtures.residents.lending import DEEDS
from steps.runner.intent import intent_of, refusal
from steps.runner.items import ScenarioItem


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a scenario by what its steps declare, and by what they do not."""
    stand = stand_of(item.config)
    if not stand.is_restrained or not isinstance(item, ScenarioItem) or item.problems:
        return
    intent = intent_of(item, stand)
    if why := refusal(intent, stand):
        pytest.skip(f"стенд «{stand.name}»: {why}")
    item.stash[DEEDS] = frozenset(intent.deeds)
