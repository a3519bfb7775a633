"""What the simulator shows, told once for all walks."""

import pytest

from reports.comparing.shown import Shown
from sim_server.domain.database import Database
from sim_server.showing.telling import ways_of
from tests.observing.planting import JOURNAL


@pytest.fixture(scope="package")
def shown(database: Database) -> Shown:
    """All ways of the journal, unchanged."""
    return Shown.read(ways_of(database, JOURNAL))
