"""pytest-bdd tells its hooks alone which scenario is to be carried out."""

from typing import Any

import pytest


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Any, scenario: Any) -> None:
    vars(request.node)["walked"] = scenario.name
