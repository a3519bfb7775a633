"""The faults that people can order by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sim_server.domain.faults import ANY_CLIENT, Fault, FaultKind, clear_faults, order_fault, ordered_faults
from sim_server.domain.worlds import World
from sim_server.toml_file import Table, read_toml


class ReadyFault(Table):
    """A fault under the name that scenarios give it, and what people see then; `seconds` are of the world's time."""

    name: str
    shows: str
    system: str
    point: str
    kind: FaultKind
    seconds: float = 0
    status: int | None = None

    def is_ordered(self, fault: Fault) -> bool:
        """Whether that is what goes wrong there, whoever asks."""
        same = all(getattr(self, name) == getattr(fault, name) for name in ORDERED)
        return same and fault.client == ANY_CLIENT


UNNAMED = "идёт неполадка, которую заказали управляющему API", ""
ORDERED = ("system", "point", "kind", "seconds", "status")


@cache
def read_faults() -> tuple[ReadyFault, ...]:
    """The faults of `faults.toml`."""
    data = read_toml(Path(__file__).with_name("faults.toml"))
    return tuple(ReadyFault.model_validate(fault) for fault in data["faults"])


def fault_of(world: World) -> tuple[str, str] | None:
    """What goes wrong now, and what people see then; None if everything works."""
    ordered = ordered_faults(world)
    named = (one for one in read_faults() if any(map(one.is_ordered, ordered)))
    found = next(named, None)
    if found is None:
        return UNNAMED if ordered else None
    return found.name, found.shows


def order_only(world: World, name: str) -> None:
    """Make this go wrong until further notice, and nothing else."""
    ready = next(ready for ready in read_faults() if ready.name == name)
    clear_faults(world)
    order_fault(world, **{name: getattr(ready, name) for name in ORDERED}, times=None)
