"""Which clients VK ID lets through, by each of its profiles, and by which switch `strict` refuses the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sim_server.domain.protocol_rules import Profile, switches
from tests.conformance.client import Client, is_refused
from tests.http.world import World

WorldMaker = Callable[[], World]


@dataclass(frozen=True)
class Judged:
    """What became of a client: a row of the table."""

    name: str
    registry: str
    version: str
    calls: tuple[str, ...]
    settings: tuple[str, ...]
    observed: bool | None = None  # whether it goes through; nothing is known of one that was not tried
    refusing: tuple[str, ...] = ()  # the switches by which `strict` refuses it
    untried: str = ""  # why it was not


def judge(client: type[Client], make_world: WorldMaker) -> Judged:
    """Let the client go its whole way under `observed`, then under each switch as `strict` has it."""
    first = client(make_world())
    observed = not is_refused(first)
    refusing = tuple(_refusing(client, make_world)) if observed else ()
    told = (client.name, client.registry, first.version, client.calls, client.settings)
    return Judged(*told, observed, refusing)


def is_refused_by_strict(client: type[Client], make_world: WorldMaker) -> bool:
    """Whether the profile `strict`, as a whole, refuses the client."""
    world = make_world()
    world.choose_rules(Profile.STRICT)
    return is_refused(client(world))


def _refusing(client: type[Client], make_world: WorldMaker) -> Iterator[str]:
    """Each switch that refuses the client when it alone is set as `strict` has it."""
    for name, one in switches().items():
        if one.strict == one.observed:
            continue
        world = make_world()
        world.choose_rules(Profile.OBSERVED, **{name: one.strict})
        if is_refused(client(world)):
            yield name
