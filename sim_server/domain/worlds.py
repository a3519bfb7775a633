"""Worlds: making, finding and dropping them; their clock, their randomness and their log."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Row, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sim_server.domain.database import Database, count_up, tell
from sim_server.domain.tables import Base, DeviceRow, EventRow, WorldRow

R = TypeVar("R", bound=Base)
LARGEST_SEED = 2**31
LARGEST_OFFSET = 200 * 366 * 86400  # seconds: dates go on much further, and nobody's scenario does
HANDLE = select(
    WorldRow.id, WorldRow.name, WorldRow.seed, WorldRow.offset, WorldRow.disturbed, WorldRow.ordered
)
BY_NAME = HANDLE.where(WorldRow.name == bindparam("name"))
BY_ID = HANDLE.where(WorldRow.id == bindparam("id"))


class WorldUnknown(LookupError):
    """No world of that name exists (any more)."""


class WorldKnown(ValueError):
    """There is a world of that name."""


class ClockTooFar(ValueError):
    """The world's time would move on too far."""


@dataclass(frozen=True)
class World:
    """A handle on one tenant: who it is, what time it has, and the database it lives in.

    `disturbed` says that faults were ordered, so that an undisturbed world need not be asked at every step;
    `ordered`, what else shall act in it: kept with the world, so that every process knows.
    """

    id: int
    name: str
    seed: int
    offset: float
    disturbed: bool
    ordered: dict[str, Any] | None = field(compare=False)
    database: Database = field(compare=False)

    def now(self) -> float:
        """The world's time in epoch seconds: real time plus the world's offset."""
        return time.time() + self.offset

    def today(self) -> date:
        """The world's date, in UTC."""
        return datetime.fromtimestamp(self.now(), UTC).date()

    def random(self, session: Session) -> random.Random:
        """A generator that depends on the seed and on how many were drawn before; never gives one twice.

        For what a person reads (codes, numbers); tokens that must not be guessed come from `secrets`.
        """
        drawn = count_up(session, WorldRow.draws, self.id)
        return random.Random(f"{self.seed}/{drawn}")  # noqa: S311 - repeatable by design

    def add(self, session: Session, table: type[R], /, **columns: Any) -> R:
        """Add a row that belongs to the world, and return it with its number."""
        row = table(world_id=self.id, **columns)
        session.add(row)
        session.flush()
        return row

    def log(self, session: Session, kind: str, **data: Any) -> None:
        """Add a line to the world's event log."""
        session.add(EventRow(world_id=self.id, at=self.now(), kind=kind, data=data))


OWN_FAILURE = "simulator_failed"  # the kind of the event


@dataclass(frozen=True)
class Event:
    """A line of the world's log."""

    id: int
    at: float
    kind: str
    data: dict[str, Any]


def create_world(database: Database, seed: int | None = None, name: str | None = None) -> World:
    """Make an empty world; without a seed a new one is drawn, without a name it is called w1, w2, …

    Raises WorldKnown if another has the name.
    """
    drawn = secrets.randbelow(LARGEST_SEED) if seed is None else seed
    try:
        with database.write() as session:
            row = WorldRow(name=name or secrets.token_hex(8), seed=drawn)
            session.add(row)
            session.flush()
            row.name = name or f"w{row.id}"
    except IntegrityError as error:  # two processes may begin at once
        raise WorldKnown from error
    return World(row.id, row.name, row.seed, row.offset, row.disturbed, None, database.of_world(row.id))


def find_world(database: Database, name: str) -> World:
    """The world of that name; raises WorldUnknown."""
    return _existing(database, database.look_up(BY_NAME, name=name))


def world_by_id(database: Database, world_id: int) -> World:
    """The world that a row belongs to; raises WorldUnknown."""
    return _existing(database, database.look_up(BY_ID, id=world_id))


def is_there(world: World) -> bool:
    """Whether nobody has dropped it meanwhile."""
    return world.database.look_up(BY_ID, id=world.id) is not None


def drop_world(world: World) -> None:
    """Remove the world and everything that belongs to it."""
    world.database.execute(delete(WorldRow).where(WorldRow.id == world.id))


def advance_clock(world: World, seconds: float) -> World:
    """Move the world's time on and return the world as it is then; raises ClockTooFar or WorldUnknown."""
    with world.database.write() as session:
        offset = session.scalar(
            update(WorldRow)
            .where(WorldRow.id == world.id, WorldRow.offset + seconds <= LARGEST_OFFSET)
            .values(offset=WorldRow.offset + seconds)
            .returning(WorldRow.offset)
        )
        moved = None if offset is None else replace(world, offset=offset)
        if moved is not None:
            moved.log(session, "clock_advanced", seconds=seconds)
            tell(session, time_of(moved))
    if moved is None:
        world_by_id(world.database, world.id)
        raise ClockTooFar
    return moved


def time_of(world: World) -> Hashable:
    """What is told when the world's clock is moved: something may have come by then."""
    return "time", world.id


def events_after(world: World, after: int) -> list[Event]:
    """The lines of the world's log that came after that one, oldest first."""
    newer = select(EventRow).where(EventRow.world_id == world.id, EventRow.id > after).order_by(EventRow.id)
    return world.database.values(Event, newer)


def set_vpn(world: World, device: str, vpn: bool) -> None:
    """Switch the VPN of one browser of the world."""
    with world.database.write() as session:
        session.merge(DeviceRow(world_id=world.id, name=device, vpn=vpn))


def uses_vpn(world: World, device: str) -> bool:
    """Whether that browser goes through a VPN now."""
    on = select(DeviceRow.vpn).where(DeviceRow.world_id == world.id, DeviceRow.name == device, DeviceRow.vpn)
    return world.database.look_up(on) is not None


def keep_ordered(world: World, ordered: dict[str, Any] | None) -> None:
    """Let every process know what shall act in the world."""
    own = update(WorldRow).where(WorldRow.id == world.id)
    world.database.execute(own.values(ordered=ordered))


def _existing(
    database: Database, row: Row[int, str, int, float, bool, dict[str, Any] | None] | None
) -> World:
    if row is None:
        raise WorldUnknown
    return World(*row, database.of_world(row.id))


def note_failure(world: World, words: str) -> None:
    """Write down that the simulator itself has failed in this world: no screen need show it."""
    with world.database.write() as session:
        world.log(session, OWN_FAILURE, words=words)


def failures_of(world: World) -> list[str]:
    """How the simulator itself has failed in this world."""
    return [event.data["words"] for event in events_after(world, 0) if event.kind == OWN_FAILURE]
