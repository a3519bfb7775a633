"""Worlds: names, clock, randomness, log, devices."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import func, select

from sim_server.domain.codes import Channel, send_code
from sim_server.domain.database import Database
from sim_server.domain.faults import FaultKind, order_fault
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.tables import Base, EventRow
from sim_server.domain.worlds import (
    World,
    WorldUnknown,
    advance_clock,
    create_world,
    drop_world,
    find_world,
    set_vpn,
    uses_vpn,
    world_by_id,
)
from tests.people import EVERYBODY


def drawn(world: World, times: int) -> list[float]:
    numbers = []
    for _draw in range(times):
        with world.database.write() as session:
            numbers.append(world.random(session).random())
    return numbers


def rows_of(database: Database, world: World) -> int:
    belonging = [table for table in Base.metadata.sorted_tables if "world_id" in table.c]
    with database.read() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table).where(table.c.world_id == world.id))
            for table in belonging
        ]
    return sum(count or 0 for count in counts)


def test_world_is_found_by_name_and_id(database: Database, world: World) -> None:
    assert find_world(database, world.name) == world == world_by_id(database, world.id)


def test_dropped_world_is_unknown(database: Database, world: World) -> None:
    drop_world(world)
    with pytest.raises(WorldUnknown):
        find_world(database, world.name)
    with pytest.raises(WorldUnknown):
        world_by_id(database, world.id)


def test_dropped_world_takes_every_row_with_it(database: Database, world: World) -> None:
    add_people(world, [PersonData.model_validate(person) for person in EVERYBODY], {"perm": []})
    send_code(world, "test", EVERYBODY[0]["phone"], Channel.SMS)
    order_fault(world, "vk_id", "page", FaultKind.ERROR, 0, None)
    set_vpn(world, "d1", True)
    assert rows_of(database, world) > 10
    drop_world(world)
    assert rows_of(database, world) == 0


def test_name_never_comes_again(database: Database, world: World) -> None:
    drop_world(world)
    assert create_world(database).name != world.name


def test_clock_is_real_time_plus_offset(world: World) -> None:
    assert world.now() == pytest.approx(time.time(), abs=30)
    moved = advance_clock(world, 3600)
    assert moved.now() == pytest.approx(time.time() + 3600, abs=30)
    assert find_world(world.database, world.name).offset == 3600


def test_clock_moves_of_two_threads_add_up(world: World) -> None:
    with ThreadPoolExecutor(2) as pool:
        for move in [pool.submit(advance_clock, world, 1) for _move in range(100)]:
            move.result()
    assert find_world(world.database, world.name).offset == 100


def test_chance_is_repeated_by_the_seed(database: Database, world: World) -> None:
    twin, other = create_world(database, seed=7), create_world(database, seed=8)
    numbers = drawn(world, 5)
    assert drawn(twin, 5) == numbers
    assert drawn(other, 5) != numbers


def test_chance_never_gives_one_generator_twice(world: World) -> None:
    with ThreadPoolExecutor(2) as pool:
        halves = [pool.submit(drawn, world, 50) for _thread in range(2)]
        numbers = [number for half in halves for number in half.result()]
    assert len(set(numbers)) == 100


def test_world_without_a_seed_draws_one(database: Database) -> None:
    assert create_world(database).seed != create_world(database).seed


def test_log_keeps_order_and_the_world_s_time(world: World) -> None:
    later = advance_clock(world, 60)
    with world.database.write() as session:
        later.log(session, "seen", what="дело")
    with world.database.read() as session:
        lines = session.scalars(
            select(EventRow).where(EventRow.world_id == world.id).order_by(EventRow.id)
        ).all()
    assert [(line.kind, line.data) for line in lines] == [
        ("clock_advanced", {"seconds": 60}),
        ("seen", {"what": "дело"}),
    ]
    assert lines[1].at == pytest.approx(time.time() + 60, abs=30)


def test_vpn_belongs_to_one_device(world: World) -> None:
    set_vpn(world, "d1", True)
    assert (uses_vpn(world, "d1"), uses_vpn(world, "d2")) == (True, False)
    set_vpn(world, "d1", False)
    assert not uses_vpn(world, "d1")


def test_transaction_left_by_an_error_changes_nothing(world: World) -> None:
    with suppress(RuntimeError), world.database.write() as session:
        world.log(session, "half done")
        session.flush()
        raise RuntimeError
    with world.database.read() as session:
        assert session.scalars(select(EventRow).where(EventRow.world_id == world.id)).all() == []
