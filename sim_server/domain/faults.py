"""Disturbances: what a world has ordered to go wrong, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from sim_server.domain.tables import FaultRow, WorldRow
from sim_server.domain.values import value_or_none
from sim_server.domain.worlds import ClockTooFar, World, advance_clock


class FaultKind(StrEnum):
    """How a point misbehaves."""

    ERROR = "error"
    SLOW = "slow"
    SILENT = "silent"


@dataclass(frozen=True)
class Fault:
    """A disturbance that waits at a point of a system; `times` is empty for "until further notice"."""

    id: int
    system: str
    point: str
    kind: str
    seconds: float
    times: int | None


class PointFailed(Exception):
    """The point answers with an error."""


class PointSilent(Exception):
    """The point does not answer within the time its caller waits."""


def order_fault(
    world: World, system: str, point: str, kind: FaultKind, seconds: float, times: int | None
) -> None:
    """Make the next so many uses of the point (all, without a number) go wrong."""
    with world.database.write() as session:
        world.add(session, FaultRow, system=system, point=point, kind=kind, seconds=seconds, times=times)
        _mark(session, world, disturbed=True)
        world.log(session, "fault_ordered", system=system, point=point, fault=kind)


def clear_faults(world: World) -> None:
    """Everything works again."""
    with world.database.write() as session:
        session.execute(delete(FaultRow).where(FaultRow.world_id == world.id))
        _mark(session, world, disturbed=False)


def ordered_faults(world: World) -> list[Fault]:
    """What is still to go wrong, in the order it was ordered."""
    return world.database.values(Fault, _left(world))


def pass_point(world: World, system: str, point: str, patience: float) -> World:
    """Let a use of the point go on, or raise PointFailed or PointSilent as the world has ordered.

    A slow point costs the world's time, not ours: its clock moves on by the ordered seconds, and a caller
    whose patience (seconds) is shorter gets no answer. Returns the world as it is afterwards.
    """
    fault = _due_fault(world, system, point) if world.disturbed else None
    if fault is None:
        return world
    if fault.kind == FaultKind.ERROR:
        raise PointFailed
    if fault.kind == FaultKind.SILENT:
        _let_pass(world, patience)
        raise PointSilent
    world = _let_pass(world, min(fault.seconds, patience))
    if fault.seconds >= patience:
        raise PointSilent
    return world


def _let_pass(world: World, seconds: float) -> World:
    """The world after so long; at the end of its time none passes any more."""
    try:
        return advance_clock(world, seconds)
    except ClockTooFar:
        return world


def _mark(session: Session, world: World, *, disturbed: bool) -> None:
    session.execute(update(WorldRow).where(WorldRow.id == world.id).values(disturbed=disturbed))


def _left(world: World) -> Select[FaultRow]:
    """The faults that are not used up, in the order they were ordered."""
    not_used_up = or_(FaultRow.times.is_(None), FaultRow.times > 0)
    return select(FaultRow).where(FaultRow.world_id == world.id, not_used_up).order_by(FaultRow.id)


def _due_fault(world: World, system: str, point: str) -> Fault | None:
    with world.database.write() as session:
        at_point = _left(world).where(FaultRow.system == system, FaultRow.point == point)
        fault = value_or_none(Fault, session.scalar(at_point.limit(1)))
        if fault is not None and fault.times is not None:
            session.execute(update(FaultRow).where(FaultRow.id == fault.id).values(times=FaultRow.times - 1))
        return fault
