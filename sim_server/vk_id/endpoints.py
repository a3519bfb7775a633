"""What clients can call at VK ID, and how each call is answered: its world first, then its checks, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim_server.domain.database import Database
from sim_server.domain.faults import FaultKind, PointCut, PointFailed, PointSilent, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.protocol_rules import Profile, rules, rules_of
from sim_server.domain.worlds import World, WorldUnknown, world_by_id
from sim_server.vk_id.called import (
    TROUBLE,
    Belonging,
    Called,
    Endpoint,
    Presented,
    TokenRefused,
    status_of,
    told_of_trouble,
)
from sim_server.vk_id.leaving import LOGOUT, REVOKE
from sim_server.vk_id.tokens import EXCHANGE, REFRESH, WRONG_GRANT_TYPE
from sim_server.vk_id.user_info import PUBLIC_INFO, USER_INFO
from sim_server.web.headers import CUT, SILENT

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
    """What the client is told; of a torn answer it gets the first half, and of an unanswered call nothing."""

    body: Mapping[str, Any]
    status: int = 200
    torn: bool = False
    unanswered: str = ""  # how its caller learns that no answer comes


def answer_call(database: Database, name: str, asked: Presented, world: World | None) -> Answer:
    """Answer a call of that name; `world` is the one the caller names, if any: what is presented says it better."""
    try:
        endpoint = _endpoint(name, asked)
        found = endpoint.find(database, asked)
        world = _world_of(database, found)
        passed = pass_point(world, SYSTEM, endpoint.point, LIMITS.patience_seconds, asked["client_id"])
        called = Called(database, passed, rules_of(world), asked, found)
        for check in endpoint.checks:
            check(called)
        return Answer(endpoint.answer(called), torn=passed.has(FaultKind.BROKEN_JSON))
    except TokenRefused as refused:
        return refusal(world, asked, *refused.args)
    except PointFailed as failed:
        return _failed(asked, *failed.args)
    except PointSilent:
        return replace(refusal(world, asked, *TROUBLE), unanswered=SILENT)
    except PointCut:
        return replace(refusal(world, asked, *TROUBLE), unanswered=CUT)


def _failed(asked: Presented, status: int) -> Answer:
    """A trouble with the status that the world has ordered, whatever the profile."""
    error, description = told_of_trouble(status)
    return Answer({"error": error, "error_description": description, "state": asked["state"]}, status)


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
