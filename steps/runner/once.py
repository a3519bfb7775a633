"""Where nothing is carried out a second time, neither for a trace nor because it did not pass: told in one place."""

from __future__ import annotations

import pytest

from fixtures.chosen_stand import stand_of
from fixtures.operators import NOBODY


def why_once(config: pytest.Config) -> str:
    """Why this run carries nothing out again, in Russian; empty where it may."""
    stand = stand_of(config)
    if stand.live:
        return f"стенд «{stand.name}» живой: на нём ничего не делают дважды."
    if config.getoption("operator", NOBODY) != NOBODY:
        return "--operator: ради одного сценария человека не спрашивают дважды."
    return ""
