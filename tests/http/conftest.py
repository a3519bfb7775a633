"""A world with everybody in it, and a browser of that world."""

import threading

import pytest

from sim_server.domain import news as news_module
from sim_server.domain.news import News
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
    wait_for_change = News.wait_for_change

    def noted(news: News, seconds: float, told_of: threading.Event) -> None:
        told.set()
        wait_for_change(news, seconds, told_of)

    monkeypatch.setattr(News, "wait_for_change", noted)
    monkeypatch.setattr(news_module, "LONGEST_WAIT", 60)
    return told
