"""Opening the database and its two kinds of transaction. Tables live in `tables`."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import Connection, Executable, Row, Select, create_engine, event, update
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.orm import InstrumentedAttribute, Session, sessionmaker

from sim_server.domain.tables import Base
from sim_server.domain.values import V, value_or_none, values_of

SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=OFF",  # a simulator's data may be lost with the machine, never with the process
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",
)
LONGEST_WAIT = 2.0  # seconds; another process on the same database cannot wake us: look again so often
TOLD = "told"  # of a session: what its commit is news about


T = TypeVar("T")
Columns = TypeVarTuple("Columns")


class DatabaseUnusable(Exception):  # noqa: N818  named after what happened
    """There is no such database, or it is something else; the message is the driver's."""


class Database:
    """One database by its SQLAlchemy address; makes the tables that are missing, and raises DatabaseUnusable."""

    def __init__(self, url: str) -> None:
        try:
            self.engine = create_engine(url)
        except ArgumentError as error:
            raise DatabaseUnusable(str(error)) from error
        self._waiting: dict[Hashable, set[threading.Event]] = {}
        self._noting = threading.Lock()
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _configure_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        try:
            Base.metadata.create_all(self.engine.execution_options(write=True))
        except DatabaseError as error:
            self.close()
            raise DatabaseUnusable(str(error.orig)) from error
        self._read = sessionmaker(self.engine, expire_on_commit=False)
        self._write = sessionmaker(self.engine.execution_options(write=True), expire_on_commit=False)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only looks; what it returned stays readable after it."""
        with self._read() as session:
            yield session

    def look_up(self, statement: Select[*Columns], **values: Any) -> Row[*Columns] | None:
        """The first row of a prepared statement, the quick way: for what every request asks."""
        with self.engine.connect() as connection:
            return connection.execute(statement, values).first()

    def look_up_all(self, statement: Select[*Columns], **values: Any) -> list[Row[*Columns]]:
        """All rows of a prepared statement, the quick way."""
        with self.engine.connect() as connection:
            return list(connection.execute(statement, values))

    def value(self, kind: type[V], statement: Select[*Columns], **values: Any) -> V | None:
        """The value of the first row that the statement finds, the quick way."""
        return value_or_none(kind, self.look_up(statement, **values))

    def values(self, kind: type[V], statement: Select[*Columns], **values: Any) -> list[V]:
        """The values of all rows that the statement finds, the quick way."""
        return values_of(kind, self.look_up_all(statement, **values))

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction that commits at its end, and takes back everything if it is left by an error.

        SQLite takes the write lock at the start: a transaction that begins by reading and writes later
        would otherwise fail at once when another has written in between.
        """
        with self._write.begin() as session:
            yield session
        self._wake(session.info.get(TOLD, ()))

    def execute(self, statement: Executable) -> None:
        """Carry out one statement in a transaction of its own."""
        with self.write() as session:
            session.execute(statement)

    def wait_for(self, look: Callable[[], T], seconds: float, about: Hashable) -> T:
        """Look until there is something to see, at most so many real seconds, and return what was seen last.

        Each commit that is news about the same wakes us, and no other: many may wait.
        """
        deadline, news = time.monotonic() + seconds, threading.Event()
        with self._noting:
            self._waiting.setdefault(about, set()).add(news)
        try:
            while not (seen := look()) and (left := deadline - time.monotonic()) > 0:
                self._wait_for_change(min(left, LONGEST_WAIT), news)
                news.clear()  # what is told from now on is told after the next look
            return seen
        finally:
            with self._noting:
                self._waiting[about].discard(news)
                if not self._waiting[about]:
                    del self._waiting[about]

    def _wait_for_change(self, seconds: float, news: threading.Event) -> None:
        news.wait(seconds)

    def _wake(self, about: Iterable[Hashable]) -> None:
        with self._noting:
            for event in [one for topic in about for one in self._waiting.get(topic, ())]:
                event.set()

    def close(self) -> None:
        """Give up every connection; the file may be removed afterwards."""
        self.engine.dispose()


def tell(session: Session, about: Hashable) -> None:
    """Let this session's commit wake those who wait for news about that."""
    session.info.setdefault(TOLD, set()).add(about)


def count_up(session: Session, counter: InstrumentedAttribute[int], of: Any) -> int:
    """Add one to the counter of the row with that id, and return how many there are now: two at once both count."""
    table: Any = counter.class_
    counted = update(table).where(table.id == of).values({counter: counter + 1}).returning(counter)
    return session.scalars(counted).one()


def _configure_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for setting in SQLITE_SETTINGS:
        connection.execute(setting)


def _begin_sqlite(connection: Connection) -> None:
    """Begin what will write; what only looks needs no BEGIN, each of its statements sees what is committed."""
    if connection.get_execution_options().get("write", False):
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE")
