"""What clients can call at VK ID, and how each call is answered: its world first, then its checks, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim_server.domain.database import Database
from sim_server.domain.faults import PointFailed, PointSilent, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.protocol_rules import Profile, rules, rules_of
from sim_server.domain.worlds import World, WorldUnknown, world_by_id
from sim_server.vk_id.called import Belonging, Called, Endpoint, Presented, TokenRefused, status_of
from sim_server.vk_id.leaving import LOGOUT, REVOKE
from sim_server.vk_id.tokens import EXCHANGE, REFRESH, WRONG_GRANT_TYPE
from sim_server.vk_id.user_info import PUBLIC_INFO, USER_INFO

SYSTEM = "vk_id"
GRANT_TYPES: Mapping[str, Endpoint] = {"authorization_code": EXCHANGE, "refresh_token": REFRESH}
ENDPOINTS: Mapping[str, Endpoint] = {
    "user_info": USER_INFO,
    "public_info": PUBLIC_INFO,
    "logout": LOGOUT,
    "revoke": REVOKE,
}
AUTH = "auth"  # the address of those that a `grant_type` tells apart
METHOD = "POST"


@dataclass(frozen=True)
class Answer:
    """What the client is told."""

    body: Mapping[str, Any]
    status: int = 200


def answer_call(
    database: Database, name: str, asked: Presented, world: World | None, *, disturbed: bool
) -> Answer:
    """Answer a call of that name; `world` is the one the caller names, if any: what is presented says it better.

    `disturbed` says whether the world's faults are to be met here.
    """
    try:
        endpoint = _endpoint(name, asked)
        found = endpoint.find(database, asked)
        world = _world_of(database, found)
        if disturbed:
            world = pass_point(world, SYSTEM, endpoint.point, LIMITS.patience_seconds)
        called = Called(database, world, rules_of(world), asked, found)
        for check in endpoint.checks:
            check(called)
        return Answer(endpoint.answer(called))
    except TokenRefused as refused:
        return refusal(world, asked, *refused.args)
    except (PointFailed, PointSilent):
        return refusal(world, asked, "temporarily_unavailable", "try again later")


def refusal(world: World | None, asked: Presented, error: str, description: str) -> Answer:
    """What a refused call is told; where nobody knows its world, as is observed."""
    decided = rules(Profile.OBSERVED) if world is None else rules_of(world)
    body = {"error": error, "error_description": description, "state": asked["state"]}
    return Answer(body, status_of(error, decided))


def _endpoint(name: str, asked: Presented) -> Endpoint:
    endpoint = GRANT_TYPES.get(asked["grant_type"]) if name == AUTH else ENDPOINTS[name]
    if endpoint is None:
        raise TokenRefused(*WRONG_GRANT_TYPE)
    return endpoint


def _world_of(database: Database, found: Belonging) -> World:
    """The world of a code, a token or whatever else was found."""
    try:
        return world_by_id(database, found.world_id)
    except WorldUnknown as error:
        raise TokenRefused("invalid_request", "code is missing or invalid") from error
