"""The faults that people can order by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sim_server.domain.faults import FaultKind, clear_faults, order_fault, ordered_faults
from sim_server.domain.worlds import World
from sim_server.toml_file import Table, read_toml


class ReadyFault(Table):
    """A fault under the name that scenarios give it; `seconds` are of the world's time."""

    name: str
    system: str
    point: str
    kind: FaultKind
    seconds: float = 0


@cache
def read_faults() -> tuple[ReadyFault, ...]:
    """The faults of `faults.toml`."""
    data = read_toml(Path(__file__).with_name("faults.toml"))
    return tuple(ReadyFault.model_validate(fault) for fault in data["faults"])


def fault_of(world: World) -> str | None:
    """The name of what goes wrong now; None if everything works."""
    ordered = {(fault.system, fault.point, fault.kind, fault.seconds) for fault in ordered_faults(world)}
    names = (
        fault.name
        for fault in read_faults()
        if (fault.system, fault.point, fault.kind, fault.seconds) in ordered
    )
    return next(names, None)


def order_only(world: World, name: str) -> None:
    """Make this go wrong until further notice, and nothing else."""
    fault = next(fault for fault in read_faults() if fault.name == name)
    clear_faults(world)
    order_fault(world, fault.system, fault.point, fault.kind, fault.seconds, times=None)
