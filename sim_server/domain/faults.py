"""Disturbances: what a world has ordered to go wrong, where, for which client and how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from sim_server.domain.tables import FaultRow, WorldRow
from sim_server.domain.values import value_or_none
from sim_server.domain.worlds import ClockTooFar, World, advance_clock

ANY_CLIENT = ""
USUAL_STATUS = 503
ENDLESS = float("inf")  # the patience of a caller who waits as long as it takes


class FaultKind(StrEnum):
    """How a point misbehaves."""

    ERROR = "error"  # answers with a status
    SLOW = "slow"
    SILENT = "silent"
    CUT = "cut"  # the connection ends without an answer
    BROKEN_JSON = "broken_json"
    WRONG_STATE = "wrong_state"
    WRONG_CLIENT = "wrong_client"
    EXPIRED = "expired"  # what it gives is too old at once
    LOST = "lost"
    DOUBLED = "doubled"
    LATE = "late"


PAGE = frozenset({FaultKind.ERROR, FaultKind.SLOW, FaultKind.SILENT, FaultKind.CUT})
CALL = PAGE | {FaultKind.BROKEN_JSON}
TOKENS = CALL | {FaultKind.WRONG_CLIENT, FaultKind.EXPIRED}
LINE = frozenset({FaultKind.SLOW, FaultKind.LOST, FaultKind.DOUBLED, FaultKind.LATE})
# What can go wrong at which point of which system.
KINDS_AT: Mapping[tuple[str, str], frozenset[FaultKind]] = {
    ("vk_id", "page"): PAGE,
    ("vk_id", "authorize"): PAGE,
    ("vk_id", "callback"): frozenset({FaultKind.WRONG_STATE, FaultKind.WRONG_CLIENT, FaultKind.EXPIRED}),
    ("vk_id", "exchange"): TOKENS,
    ("vk_id", "refresh"): TOKENS,
    ("vk_id", "user_info"): CALL,
    ("vk_id", "public_info"): CALL,
    ("vk_id", "logout"): CALL,
    ("vk_id", "revoke"): CALL,
    ("journal", "page"): PAGE,
    ("messenger", "page"): PAGE,
    ("phone", "page"): PAGE,
    ("phone", "sms"): LINE,
    ("phone", "call"): LINE,
    ("mailbox", "page"): PAGE,
    ("mailbox", "letter"): LINE,
}
# Where nobody knows for which client it is: a fault of one client alone would never come.
OF_NO_CLIENT = frozenset((system, "page") for system in ("vk_id", "messenger", "phone", "mailbox"))


@dataclass(frozen=True)
class Fault:
    """A disturbance that waits at a point of a system; `times` is empty for "until further notice".

    `seconds` are how slow or how late; `status` is an error's, if not the usual one; `client` is the only one it meets.
    """

    id: int
    system: str
    point: str
    kind: str
    seconds: float
    times: int | None
    status: int | None
    client: str


@dataclass(frozen=True)
class Passed:
    """A use of a point that went on: the world as it is afterwards, and what is wrong with what the point gives."""

    world: World
    fault: Fault | None = None

    def has(self, kind: FaultKind) -> bool:
        """Whether that is what is wrong."""
        return self.fault is not None and self.fault.kind == kind


class PointFailed(Exception):
    """The point answers with an error; `args[0]` is its status."""


class PointUnanswered(Exception):
    """No answer comes; the subclass says how one learns that."""


class PointSilent(PointUnanswered):
    """The point does not answer within the time its caller waits."""


class PointCut(PointUnanswered):
    """The connection ends before the answer."""


def order_fault(
    world: World,
    system: str,
    point: str,
    kind: FaultKind,
    seconds: float = 0,
    times: int | None = None,
    status: int | None = None,
    client: str = ANY_CLIENT,
) -> None:
    """Make the next so many uses of the point (all, without a number) go wrong, by any client or by that one."""
    ordered = {"system": system, "point": point, "kind": kind, "seconds": seconds, "times": times}
    with world.database.write() as session:
        world.add(session, FaultRow, **ordered, status=status, client=client)
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


def pass_point(
    world: World, system: str, point: str, patience: float = ENDLESS, client: str = ANY_CLIENT
) -> Passed:
    """Let a use of the point go on, or raise PointFailed or PointUnanswered, as the world has ordered.

    A slow point costs the world's time, not ours: its clock moves on by the ordered seconds, and a caller
    whose patience (seconds) is shorter gets no answer. What only spoils the answer is told to whoever makes it.
    """
    if not world.disturbed:
        return Passed(world)
    with world.database.write() as session:
        fault = take_fault(session, world, system, point, client)
    if fault is None:
        return Passed(world)
    if fault.kind == FaultKind.ERROR:
        raise PointFailed(fault.status or USUAL_STATUS)
    if fault.kind == FaultKind.CUT:
        raise PointCut
    if fault.kind == FaultKind.SILENT:
        _let_pass(world, patience)
        raise PointSilent
    return _slowed(world, fault, patience) if fault.kind == FaultKind.SLOW else Passed(world, fault)


def take_fault(
    session: Session, world: World, system: str, point: str, client: str = ANY_CLIENT
) -> Fault | None:
    """What is wrong with this use of the point, if something is; one of its times is used up by that."""
    if not world.disturbed:
        return None
    own = FaultRow.system == system, FaultRow.point == point, FaultRow.client.in_((ANY_CLIENT, client))
    # Locked where rows can be: of two uses at once each takes a time of its own.
    found = session.scalar(_left(world).where(*own).limit(1).with_for_update())
    fault = value_or_none(Fault, found)
    if fault is not None and fault.times is not None:
        session.execute(update(FaultRow).where(FaultRow.id == fault.id).values(times=FaultRow.times - 1))
    return fault


def _slowed(world: World, fault: Fault, patience: float) -> Passed:
    world = _let_pass(world, min(fault.seconds, patience))
    if fault.seconds >= patience:
        raise PointSilent
    return Passed(world)


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
