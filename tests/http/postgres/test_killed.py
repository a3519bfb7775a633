"""The same deaths, with the worlds in PostgreSQL."""

import pytest

from fixtures.database import database_of
from tests.http.test_killed import (
    MOMENTS,
    anew,
    dying,
    seed,
    test_link_is_whole_or_none_and_can_be_gone_on_with,
)

__all__ = ["anew", "dying", "seed", "test_link_is_whole_or_none_and_can_be_gone_on_with"]
SAMPLE = 8  # as many as there are commits on the way: those come first


@pytest.fixture
def moments(pytestconfig: pytest.Config) -> int:
    """All of them where everything is on PostgreSQL, otherwise a sample."""
    return MOMENTS if database_of(pytestconfig).address else SAMPLE
