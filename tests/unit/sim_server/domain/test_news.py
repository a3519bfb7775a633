"""Waiting for news: nobody is missed while PostgreSQL is not listened to, and the end of waiting ends it for all."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from sim_server.domain import news as news_module
from sim_server.domain.news import News, SharedNews

LONG, SOON = 5.0, 2.0  # seconds: of the wait, and within which it has to be over
TOPIC = ["sms"]


class Line:
    """A connection to PostgreSQL: the test says when it listens and when it breaks. Nothing is ever told on it."""

    def __init__(self) -> None:
        self.may_listen, self.listens, self.breaks = (threading.Event() for _event in range(3))
        self.driver_connection, self.autocommit = self, False

    def detach(self) -> None:
        """Leaves the pool."""

    rollback = close = detach

    def execute(self, _statement: str) -> None:
        """Listens, once it may."""
        self.may_listen.wait(LONG)

    def notifies(self, timeout: float) -> list[Any]:
        """Hears nothing for so long."""
        self.listens.set()
        if self.breaks.wait(timeout):
            raise OSError("the server is gone")
        return []


class Server:
    """A PostgreSQL that gives one line after the other; `answers` says whether it gives any."""

    def __init__(self) -> None:
        self.lines = [Line(), Line()]
        self.answers, self._given = threading.Event(), 0
        self.answers.set()

    def raw_connection(self) -> Line:
        """The next line."""
        self.answers.wait(LONG)
        self._given += 1
        return self.lines[self._given - 1]


class Waiting:
    """Somebody who waits in a thread of their own for what the test will put there."""

    def __init__(self, news: News, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waits, self.there = threading.Semaphore(0), list[str]()
        wait_for_change = news.wait_for_change

        def noted(seconds: float, told: threading.Event) -> None:
            self.waits.release()
            wait_for_change(seconds, told)

        monkeypatch.setattr(news, "wait_for_change", noted)
        self._pool = ThreadPoolExecutor(1)
        self.result: Future[list[str]] = self._pool.submit(news.wait_for, lambda: [*self.there], LONG, TOPIC)
        assert self.waits.acquire(timeout=LONG)


@pytest.fixture
def server() -> Server:
    """A PostgreSQL that takes its time."""
    return Server()


@pytest.fixture
def news(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedNews]:
    """News of that server, on which nobody looks by themselves."""
    for name in ("LONGEST_WAIT", "LONGEST_HEARD"):
        monkeypatch.setattr(news_module, name, LONG)
    monkeypatch.setattr(news_module, "HEARD", 0.01)
    made: Any = SharedNews
    shared: SharedNews = made(server)
    yield shared
    for line in server.lines:
        line.may_listen.set()
    shared.end()


def test_what_was_told_before_anybody_listened_is_seen_when_somebody_does(
    news: SharedNews, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(news, monkeypatch)
    waiting.there.append("код")
    server.lines[0].may_listen.set()
    assert waiting.result.result(SOON) == ["код"]


def test_what_is_told_while_the_line_is_broken_is_seen_again_and_again(
    news: SharedNews, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in server.lines:
        line.may_listen.set()
    waiting = Waiting(news, monkeypatch)
    assert server.lines[0].listens.wait(LONG)
    waiting.there.append("код")
    server.lines[0].breaks.set()
    assert waiting.result.result(SOON) == ["код"]


def test_end_lets_everybody_go_who_waits(news: SharedNews, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in (News(), news):
        waiting = Waiting(one, monkeypatch)
        one.end()
        assert waiting.result.result(SOON) == []
        assert one.wait_for(list, LONG, TOPIC) == []


def test_end_does_not_wait_for_a_server_that_is_gone(
    news: SharedNews, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_module, "PARTING", 0.01)
    server.answers.clear()
    Waiting(news, monkeypatch)
    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(news.end)
        try:
            ended.result(SOON)
        finally:
            server.answers.set()


def test_two_reasons_to_look_are_one_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    news, looks = News(), list[int]()
    monkeypatch.setattr(news_module, "LONGEST_WAIT", LONG)

    def look() -> bool:
        looks.append(len(looks))
        if len(looks) < 3:
            news.wake([news_module._topic("sms" if len(looks) == 1 else "time")])
        return len(looks) == 3

    assert news.wait_for(look, LONG, ["sms", "time"])
    assert not news._waiting
