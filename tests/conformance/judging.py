"""Which clients VK ID lets through, by each of its profiles, and by which switch `strict` refuses the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
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
    return Judged(*about(client, first.version), observed, refusing)


def about(client: type[Client], version: str) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
    """What is told of the client, whatever becomes of it."""
    return client.name, client.registry, version, client.calls, client.settings


def _refusing(client: type[Client], make_world: WorldMaker) -> Iterator[str]:
    differing = (name for name, one in switches().items() if one.strict != one.observed)
    return (name for name in differing if is_refused_by(name, client, make_world()))


def is_refused_by(switch: str, client: type[Client], world: World) -> bool:
    """Whether the client is refused where this switch alone is set as `strict` has it."""
    world.choose_rules(Profile.OBSERVED, **{switch: switches()[switch].strict})
    return is_refused(client(world))


def is_refused_by_others(switches_left: Collection[str], client: type[Client], world: World) -> bool:
    """Whether the client is refused by `strict` though these switches are set as `observed` has them."""
    world.choose_rules(Profile.STRICT, **{name: switches()[name].observed for name in switches_left})
    return is_refused(client(world))
