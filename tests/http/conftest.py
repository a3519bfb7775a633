"""A world with everybody in it, and a browser of that world."""

import threading

import pytest

from sim_server.domain import database as database_module
from sim_server.domain.database import Database
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


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when a request waits for something to be written; nothing but a commit wakes it then."""
    told = threading.Event()
    wait_for_change = Database._wait_for_change

    def noted(database: Database, seconds: float, news: threading.Event) -> None:
        told.set()
        wait_for_change(database, seconds, news)

    monkeypatch.setattr(Database, "_wait_for_change", noted)
    monkeypatch.setattr(database_module, "LONGEST_WAIT", 60)
    return told
