"""How VK ID decides what is disputed: named switches, two profiles of them, and what each world has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import StrictBool, StrictInt, ValidationError
from sqlalchemy import bindparam, select

from sim_server.domain.tables import ProtocolRulesRow
from sim_server.domain.worlds import World
from sim_server.toml_file import Table, read_toml

FILE = Path(__file__).with_suffix(".toml")
CHOSEN = select(ProtocolRulesRow.profile, ProtocolRulesRow.switches)
CHOSEN_BY_WORLD = CHOSEN.where(ProtocolRulesRow.world_id == bindparam("world_id"))


class RulesUnsound(ValueError):
    """There is no such switch, or it cannot be set so; the message is Russian."""


class Profile(StrEnum):
    """A whole set of decisions."""

    OBSERVED = "observed"
    STRICT = "strict"


class Rules(Table):
    """How each switch is set; what each means stands in the file, beside its evidence."""

    shortest_state: StrictInt
    error_status: Literal["ok", "by_error"]
    verifier_alphabet: Literal["any", "rfc7636"]
    method_in_small_letters: StrictBool
    client_secret: Literal["ignored", "refused"]
    state_at_exchange: Literal["any", "same"]
    unknown_scope: Literal["dropped", "refused"]
    repeated_parameter: Literal["first", "refused"]
    token_in_query: StrictBool
    callback_form: Literal["parameters", "payload"]
    proof_first: Literal["password", "code"]


class Switch(Table):
    """One disputed rule: what it is about, how each profile decides, and where that is from."""

    says: str
    observed: StrictBool | StrictInt | str
    strict: StrictBool | StrictInt | str
    evidence: str


@cache
def switches() -> Mapping[str, Switch]:
    """Every switch by its name, in the order of the file."""
    return {name: Switch.model_validate(told) for name, told in read_toml(FILE).items()}


@cache
def _profile(profile: Profile) -> Rules:
    return Rules.model_validate({name: getattr(one, profile) for name, one in switches().items()})


def rules(profile: Profile, differing: Mapping[str, Any] = {}) -> Rules:  # noqa: B006 - never written to
    """The profile, but for the switches that are set otherwise; raise ValidationError."""
    usual = _profile(profile)
    return Rules.model_validate({**usual.model_dump(), **differing}) if differing else usual


def choose_rules(world: World, profile: Profile, differing: Mapping[str, Any]) -> Rules:
    """Let VK ID decide so in this world from now on, or raise RulesUnsound."""
    try:
        chosen = rules(profile, differing)
    except ValidationError as error:
        raise RulesUnsound(_told(error)) from error
    with world.database.write() as session:
        session.merge(ProtocolRulesRow(world_id=world.id, profile=profile, switches=dict(differing)))
        world.log(session, "protocol_rules_chosen", profile=profile, switches=dict(differing))
    return chosen


def _told(error: ValidationError) -> str:
    wrong = {str(one["loc"][0]) for one in error.errors()}
    places = (f"{name}: {switches()[name].says}" for name in wrong if name in switches())
    return "; ".join(places) or f"Такого переключателя нет; есть: {', '.join(switches())}"


def rules_of(world: World) -> Rules:
    """How VK ID decides in this world; as observed, where nothing was chosen."""
    chosen = world.database.look_up(CHOSEN_BY_WORLD, world_id=world.id)
    return rules(Profile(chosen.profile), chosen.switches) if chosen else rules(Profile.OBSERVED)
