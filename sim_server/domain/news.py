"""Who waits for what, in this process; and how PostgreSQL lets the other processes on a database hear of it too."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

T = TypeVar("T")
# Seconds until whoever waits looks although nobody has told anything: another process may have written to a file of
# SQLite's; on PostgreSQL its news is heard.
LONGEST_WAIT, LONGEST_HEARD = 2.0, 15.0
TOLD = "told"  # of a session: what its commit is news about
CHANNEL = "svyazka_news"
LISTEN, NOTIFY = f"LISTEN {CHANNEL}", "SELECT pg_notify(%s, %s)"
HEARD = 1.0  # seconds: how soon the one who listens notices that nobody shall any more
PARTING = (
    2.0  # seconds for it to notice: a server that is gone can hold it longer, and then it holds nobody else
)


class News:
    """Lets those wait who wait for news about something, and wakes them and nobody else: many may wait."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._waiting: dict[str, set[threading.Event]] = {}
        self._noting = threading.Lock()
        self._over = threading.Event()

    def wait_for(self, look: Callable[[], T], seconds: float, about: Sequence[Hashable]) -> T:
        """Look until there is something to see, at most so many real seconds, and return what was seen last.

        News about any of these is a reason to look again.
        """
        deadline, news, topics = time.monotonic() + seconds, threading.Event(), [_topic(one) for one in about]
        self._note(topics, news)
        try:
            while (
                not (seen := look()) and not self._over.is_set() and (left := deadline - time.monotonic()) > 0
            ):
                self.wait_for_change(min(left, self.longest_wait()), news)
                news.clear()  # what is told from now on is told after the next look
            return seen
        finally:
            self._forget(topics, news)

    def _note(self, topics: Sequence[str], news: threading.Event) -> None:
        with self._noting:
            for topic in topics:
                self._waiting.setdefault(topic, set()).add(news)

    def _forget(self, topics: Sequence[str], news: threading.Event) -> None:
        with self._noting:
            for topic in topics:
                self._waiting[topic].discard(news)
                if not self._waiting[topic]:
                    del self._waiting[topic]

    def longest_wait(self) -> float:
        """After how many seconds to look although nobody has told anything."""
        return LONGEST_WAIT

    def wait_for_change(self, seconds: float, news: threading.Event) -> None:
        """Wait until it is told, or so long."""
        news.wait(seconds)

    def wake(self, topics: Iterable[str]) -> None:
        """Let those look again who wait for news about these."""
        with self._noting:
            for event in [one for topic in topics for one in self._waiting.get(topic, ())]:
                event.set()

    def wake_all(self) -> None:
        """Let everybody look again who waits."""
        with self._noting:
            for event in [one for told in self._waiting.values() for one in told]:
                event.set()

    def end(self) -> None:
        """Nobody waits any more: each looks once, and goes."""
        self._over.set()
        self.wake_all()


class SharedNews(News):
    """The same for all processes on one PostgreSQL: told with the commit, and heard on a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        """Nobody listens until somebody waits: a process that never does needs no connection for it."""
        super().__init__()
        self._engine = engine
        self._listener: threading.Thread | None = None
        self._hears = threading.Event()

    def longest_wait(self) -> float:
        """As seldom as can be: many who wait would keep the connections busy."""
        return max(LONGEST_HEARD, LONGEST_WAIT) if self._hears.is_set() else LONGEST_WAIT

    def wait_for(self, look: Callable[[], T], seconds: float, about: Sequence[Hashable]) -> T:
        """Wait as all do; the first one begins to listen."""
        self._begin()
        return super().wait_for(look, seconds, about)

    def end(self) -> None:
        """Nobody waits and nobody listens any more."""
        super().end()
        if self._listener is not None:
            self._listener.join(PARTING)

    def _begin(self) -> None:
        with self._noting:
            if self._listener is None and not self._over.is_set():
                self._listener = threading.Thread(target=self._listen, name="news", daemon=True)
                self._listener.start()

    def _listen(self) -> None:
        """Hear what is told until the end; a connection that breaks is made anew, those who wait look meanwhile."""
        while not self._over.is_set():
            with suppress(Exception):  # the server may be gone for a while; whoever asks it otherwise says so
                self._hear()
            self._over.wait(HEARD)

    def _hear(self) -> None:
        """Hear until the end or until the connection breaks. Whoever waits looks when either begins or ends.

        What was told before is heard by nobody, and who counts on being told would wait long for it.
        """
        pooled = self._engine.raw_connection()
        connection: Any = pooled.driver_connection
        pooled.detach()  # the pool shall neither miss it nor get it back
        try:
            connection.rollback()
            connection.autocommit = True
            connection.execute(LISTEN)
            self._hears.set()
            self.wake_all()
            while not self._over.is_set():
                for heard in connection.notifies(timeout=HEARD):
                    self.wake([heard.payload])
        finally:
            self._hears.clear()
            self.wake_all()
            connection.close()


def tell(session: Session, about: Hashable) -> None:
    """Let this session's commit wake those who wait for news about that."""
    session.info.setdefault(TOLD, set()).add(_topic(about))


def told_by(session: Session) -> set[str]:
    """What the session's commit is news about."""
    told: set[str] = session.info.get(TOLD, set())
    return told


def tell_other_processes(session: Session) -> None:
    """Let the commit that comes be heard by everybody on this PostgreSQL."""
    for topic in told_by(session):
        session.connection().exec_driver_sql(NOTIFY, (CHANNEL, topic))


def _topic(about: Hashable) -> str:
    """What it is called, the same in every process and short enough for all of them."""
    return sha256(repr(about).encode("utf-8", "replace")).hexdigest()
