"""A world of its own for each test, in the one database of the run."""

import pytest

from sim_server.domain.database import Database
from sim_server.domain.worlds import World, create_world


@pytest.fixture
def world(database: Database) -> World:
    """An empty world with a known seed."""
    return create_world(database, seed=7)
