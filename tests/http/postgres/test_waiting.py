"""The same crowd, waiting for news of PostgreSQL."""

import pytest

from sim_server.simulator import Simulator
from tests.http.test_waiting import crowd, ports, test_two_hundred_who_wait_keep_no_page_waiting

__all__ = ["crowd", "ports", "test_two_hundred_who_wait_keep_no_page_waiting"]


@pytest.fixture(scope="session")
def simulator(here: Simulator) -> Simulator:
    """That of this process: it knows who waits."""
    return here
