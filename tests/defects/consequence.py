"""The form of a test of a defect: it says whether the consequence is seen, and is asked in two worlds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from sim_server.simulator import Simulator
from tests.http.world import World
from tests.people import EVERYBODY

SEED = 11  # the same people meet the same chance in both worlds
PREFIX = "test_"


def consequence(seen: Callable[[World], bool]) -> Callable[[Simulator], None]:
    """Make a test of `test_<id of the defect>(world)`: not seen in a sound world, seen in one that has the defect."""
    defect = seen.__name__.removeprefix(PREFIX)
    return _asked_in_both(seen, defect)


def caption_consequence(label: str) -> Callable[[Callable[[World], bool]], Callable[[Simulator], None]]:
    """The same for the defect that this caption reads otherwise."""
    return lambda seen: _asked_in_both(seen, f"caption:{label}")


def _asked_in_both(seen: Callable[[World], bool], defect: str) -> Callable[[Simulator], None]:
    @wraps(seen)
    def asked(simulator: Simulator) -> None:
        assert seen(World(simulator, EVERYBODY, SEED)) is False, "a sound world shows it too"
        assert seen(World(simulator, EVERYBODY, SEED, [defect])) is True, "the defect does not show"

    vars(asked)["shows"] = defect
    del asked.__wrapped__  # type: ignore[attr-defined]  # pytest would ask for its argument
    return asked


def shown_by(module: Any) -> list[str]:
    """The defects that a module of tests shows."""
    return [one.shows for one in vars(module).values() if hasattr(one, "shows")]
