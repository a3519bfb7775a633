"""Ordered disturbances at a point of a system."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from sim_server.domain.faults import (
    FaultKind,
    Passed,
    PointCut,
    PointFailed,
    PointSilent,
    clear_faults,
    order_fault,
    pass_point,
)
from sim_server.domain.worlds import World, find_world

PATIENCE = 10


def disturbed(world: World, kind: FaultKind, seconds: float = 0, times: int | None = 1) -> World:
    order_fault(world, "vk_id", "exchange", kind, seconds, times)
    return find_world(world.database, world.name)


def cost(world: World) -> float:
    return find_world(world.database, world.name).offset


def test_undisturbed_point_lets_pass(world: World) -> None:
    assert pass_point(world, "vk_id", "exchange", PATIENCE) == Passed(world)


def test_error_is_told_at_once(world: World) -> None:
    with pytest.raises(PointFailed):
        pass_point(disturbed(world, FaultKind.ERROR), "vk_id", "exchange", PATIENCE)
    assert cost(world) == 0


def test_silence_costs_the_caller_s_patience(world: World) -> None:
    with pytest.raises(PointSilent):
        pass_point(disturbed(world, FaultKind.SILENT), "vk_id", "exchange", PATIENCE)
    assert cost(world) == PATIENCE


def test_slow_point_costs_its_seconds(world: World) -> None:
    after = pass_point(disturbed(world, FaultKind.SLOW, 4), "vk_id", "exchange", PATIENCE).world
    assert after.offset == cost(world) == 4


@pytest.mark.parametrize("seconds", [10, 60])
def test_point_slower_than_patience_is_silent(world: World, seconds: float) -> None:
    with pytest.raises(PointSilent):
        pass_point(disturbed(world, FaultKind.SLOW, seconds), "vk_id", "exchange", PATIENCE)
    assert cost(world) == PATIENCE


@pytest.mark.parametrize(("system", "point"), [("journal", "exchange"), ("vk_id", "user_info")])
def test_other_points_let_pass(world: World, system: str, point: str) -> None:
    pass_point(disturbed(world, FaultKind.ERROR), system, point, PATIENCE)


def test_number_of_times_is_used_up_exactly_under_two_threads(world: World) -> None:
    with_faults = disturbed(world, FaultKind.ERROR, times=7)

    def passes(_use: int) -> bool:
        try:
            pass_point(with_faults, "vk_id", "exchange", PATIENCE)
        except PointFailed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(passes, range(20))).count(False) == 7


def test_faults_follow_each_other_in_the_order_they_were_ordered(world: World) -> None:
    disturbed(world, FaultKind.ERROR)
    world = disturbed(world, FaultKind.SILENT)
    with pytest.raises(PointFailed):
        pass_point(world, "vk_id", "exchange", PATIENCE)
    with pytest.raises(PointSilent):
        pass_point(world, "vk_id", "exchange", PATIENCE)
    pass_point(world, "vk_id", "exchange", PATIENCE)


def test_fault_until_further_notice_ends_when_cleared(world: World) -> None:
    world = disturbed(world, FaultKind.ERROR, times=None)
    for _use in range(3):
        with pytest.raises(PointFailed):
            pass_point(world, "vk_id", "exchange", PATIENCE)
    clear_faults(world)
    pass_point(world, "vk_id", "exchange", PATIENCE)
    assert not find_world(world.database, world.name).disturbed


def test_what_spoils_an_answer_lets_pass_and_is_told(world: World) -> None:
    passed = pass_point(disturbed(world, FaultKind.BROKEN_JSON), "vk_id", "exchange", PATIENCE)
    assert passed.has(FaultKind.BROKEN_JSON)
    assert not passed.has(FaultKind.EXPIRED)


def test_connection_is_cut(world: World) -> None:
    with pytest.raises(PointCut):
        pass_point(disturbed(world, FaultKind.CUT), "vk_id", "exchange", PATIENCE)


def test_fault_of_one_client_waits_for_that_one(world: World) -> None:
    order_fault(world, "vk_id", "exchange", FaultKind.ERROR, times=1, client="perm-journal")
    world = find_world(world.database, world.name)
    pass_point(world, "vk_id", "exchange", PATIENCE, "mesh-journal")
    pass_point(world, "vk_id", "exchange", PATIENCE)
    with pytest.raises(PointFailed):
        pass_point(world, "vk_id", "exchange", PATIENCE, "perm-journal")
