"""A PostgreSQL, of --database or started for these tests, and a simulator of several processes on it."""

from collections.abc import Iterator

import pytest

from fixtures.database import OWN, DatabaseWanted, database_of
from fixtures.postgres import PostgresMissing, own_server
from fixtures.simulator import Simulator as Processes
from sim_server.domain.database import Database
from sim_server.simulator import Simulator
from tests.http.far import Far, FarSimulator
from tests.http.world import World
from tests.people import EVERYBODY

USUAL_SERVERS = 4


@pytest.fixture(scope="session")
def address(pytestconfig: pytest.Config) -> Iterator[str]:
    """Where the database is."""
    told = database_of(pytestconfig).address
    if told not in ("", OWN):
        yield told
        return
    try:
        with own_server() as started:
            yield started
    except PostgresMissing as missing:
        pytest.skip(f"На PostgreSQL не проверено. {missing}")


@pytest.fixture(scope="session")
def database(address: str) -> Iterator[Database]:
    """The database, as this process sees it."""
    opened = Database(address)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def here(database: Database) -> Simulator:
    """A simulator of this process on the same database."""
    return Simulator(database)


@pytest.fixture(scope="session")
def simulator(address: str, database: Database, pytestconfig: pytest.Config) -> Iterator[FarSimulator]:
    """Four processes at one address, or as many as --servers says: several."""
    told = database_of(pytestconfig).servers
    started = Processes(database=DatabaseWanted(address, told if told > 1 else USUAL_SERVERS))
    try:
        token, _at, where = started.address.control.removeprefix("http://").partition("@")
        control = Far(int(where.rpartition(":")[2]), token=token)
        yield FarSimulator(Far(started.address.tls_port, tls=True), control, database, started.pid)
        assert not started.deaths
    finally:
        started.stop()


@pytest.fixture
def world(simulator: FarSimulator) -> World:
    """A new world with all the people of these tests, made by one of the processes."""
    return World(simulator, EVERYBODY)
