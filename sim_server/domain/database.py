"""Opening the database and its two kinds of transaction. Tables live in `tables`, who waits for what in `news`."""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, Self, TypeVar, TypeVarTuple

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    Row,
    Select,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.orm import InstrumentedAttribute, Session, sessionmaker

from sim_server.domain.column_types import written_as_json
from sim_server.domain.news import News, SharedNews, tell, tell_other_processes, told_by
from sim_server.domain.tables import Base, KeyRow, WorldRow
from sim_server.domain.values import V, value_or_none, values_of

__all__ = ["Database", "DatabaseUnusable", "count_up", "tell"]

POSTGRESQL, SQLITE = "postgresql", "sqlite"
SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=OFF",  # a simulator's data may be lost with the machine, never with the process
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",
)
# The same for a server: what is lost with it is not worth waiting for, and no lock is waited for for ever.
POSTGRESQL_SETTINGS = "-c synchronous_commit=off -c lock_timeout=15000 -c timezone=UTC"
CONNECTIONS, MORE_CONNECTIONS = 6, 4  # of one process; a server usually has a hundred for all of them
TABLES = "tables"  # the key under which a database keeps what its tables are like
OTHER_TABLES = "её таблицы от другой версии «Связки». Назовите другую базу или удалите эту"
LINE_UP = "SELECT pg_advisory_xact_lock(%s, %s)"
SCHEMA, WORLD = 0x5379_0001, 0x5379_0002  # whose turn it is to make the tables, to write in a world
LARGEST_LOCK = 2**31


T = TypeVar("T")
Columns = TypeVarTuple("Columns")


class DatabaseUnusable(Exception):  # noqa: N818  named after what happened
    """There is no such database, or it is something else; the message is the driver's."""


class DriverMissing(DatabaseUnusable):
    """What asks such a database is not installed; the message is Python's."""


class Database:
    """One database by its SQLAlchemy address; makes the tables that are missing, and raises DatabaseUnusable."""

    def __init__(self, url: str) -> None:
        try:
            self.engine = _engine(url)
        except ImportError as error:
            raise DriverMissing(str(error)) from error
        except (ArgumentError, ValueError) as error:  # a port that is no number
            raise DatabaseUnusable(str(error)) from error
        self.is_shared = self.engine.dialect.name == POSTGRESQL
        self.news = SharedNews(self.engine) if self.is_shared else News()
        self._world: int | None = None
        writing = self.engine.execution_options(write=True)
        # What only looks sees with each statement what is committed then: it needs no transaction.
        self._looking = (
            self.engine.execution_options(isolation_level="AUTOCOMMIT") if self.is_shared else self.engine
        )
        try:
            _make_tables(writing)
        except DatabaseError as error:
            self.close()
            raise DatabaseUnusable(str(error.orig).partition("\n")[0]) from error
        except DatabaseUnusable:
            self.close()
            raise
        self._read = sessionmaker(self._looking, expire_on_commit=False)
        self._write = sessionmaker(writing, expire_on_commit=False)

    def of_world(self, world_id: int) -> Self:
        """The same database for whoever writes in that world: one after the other there, beside those of others.

        SQLite has one writer at a time anyhow; on PostgreSQL writers of one world line up, so that what is read and
        then written in one transaction is as safe there.
        """
        own = copy.copy(self)
        own._world = world_id
        return own

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only looks; what it returned stays readable after it."""
        with self._read() as session:
            yield session

    def look_up(self, statement: Select[*Columns], **values: Any) -> Row[*Columns] | None:
        """The first row of a prepared statement, the quick way: for what every request asks."""
        with self._looking.connect() as connection:
            return connection.execute(statement, values).first()

    def look_up_all(self, statement: Select[*Columns], **values: Any) -> list[Row[*Columns]]:
        """All rows of a prepared statement, the quick way."""
        with self._looking.connect() as connection:
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

        The lock is taken at the start (SQLite's own, or the world's on PostgreSQL): a transaction that begins by
        reading and writes later would otherwise fail, or go by what another has changed in between.
        """
        with self._write.begin() as session:
            if self.is_shared and self._world is not None:
                session.connection().exec_driver_sql(LINE_UP, (WORLD, self._world % LARGEST_LOCK))
            yield session
            if self.is_shared:
                session.flush()
                tell_other_processes(session)
        self.news.wake(told_by(session))

    def execute(self, statement: Executable) -> None:
        """Carry out one statement in a transaction of its own."""
        with self.write() as session:
            session.execute(statement)

    def wait_for(self, look: Callable[[], T], seconds: float, *about: Hashable) -> T:
        """Look until there is something to see, at most so many real seconds, and return what was seen last.

        Each commit that is news about one of these wakes us.
        """
        return self.news.wait_for(look, seconds, about)

    def end_waiting(self) -> None:
        """Let nobody wait any more; whoever does gets what there is: nothing need wait for them then."""
        self.news.end()

    def go_on_in_fork(self) -> None:
        """Leave the connections to the process that we were forked from, and make our own."""
        self.engine.dispose(close=False)

    def close(self) -> None:
        """Give up every connection; the file may be removed afterwards."""
        self.end_waiting()
        self.engine.dispose()


def printed_address(url: str) -> str:
    """The address as anybody may read it, without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):  # where its password stands nobody can say
        return f"{url.partition(':')[0]}:…"


def _engine(url: str) -> Engine:
    """What asks the database of that address; PostgreSQL by psycopg, whatever driver is named or none."""
    address = make_url(url)
    if address.get_backend_name() == SQLITE:
        engine = create_engine(address, json_serializer=written_as_json)
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if address.get_backend_name() != POSTGRESQL:
        raise ArgumentError(address.drivername)
    said = address.query.get("options", "")
    settings = f"{POSTGRESQL_SETTINGS} {said if isinstance(said, str) else ' '.join(said)}".strip()
    by_psycopg = address.set(drivername=f"{POSTGRESQL}+psycopg").update_query_dict({"options": settings})
    pool = {"pool_size": CONNECTIONS, "max_overflow": MORE_CONNECTIONS}
    return create_engine(by_psycopg, json_serializer=written_as_json, **pool)


def _make_tables(engine: Engine) -> None:
    """Make the tables that are missing; of several processes that begin at once, one after the other looks."""
    with engine.begin() as connection:
        if engine.dialect.name == POSTGRESQL:
            _prove_encoding(connection)
            connection.exec_driver_sql(LINE_UP, (SCHEMA, 0))
        is_new = not inspect(connection).has_table(WorldRow.__tablename__)
        Base.metadata.create_all(connection)
        if is_new:
            connection.execute(insert(KeyRow).values(name=TABLES, value=_described()))
        elif connection.scalar(select(KeyRow.value).where(KeyRow.name == TABLES)) != _described():
            raise DatabaseUnusable(OTHER_TABLES)


def _described() -> str:
    """What tables there are and what stands in them, as a hash: another version of ours may have others."""
    told = [
        f"{table.name}.{column.name} {column.type!r}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
    ]
    return sha256("\n".join(told).encode()).hexdigest()


def _prove_encoding(connection: Connection) -> None:
    """Return if every text can be kept there."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise DatabaseUnusable(f"её кодировка {encoding}, а нужна UTF8")


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
