"""A world with everybody in it, and a browser of that world."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.world import World
from tests.people import EVERYBODY


@pytest.fixture
def world(simulator: Simulator) -> World:
    """A new world with all the people of these tests."""
    return World(simulator, EVERYBODY)


@pytest.fixture
def browser(world: World) -> Browser:
    """A browser without memory."""
    return world.browser()
