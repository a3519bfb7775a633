"""A call of a client's: what was presented, how the world decides disputes, and how a refusal looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sim_server.domain.database import Database
from sim_server.domain.faults import Passed
from sim_server.domain.protocol_rules import Rules
from sim_server.domain.worlds import World

OK, SLOWED, FAILED = 200, 429, 400
STATUS = {"invalid_client": 401, "invalid_token": 401, "slow_down": SLOWED}
TROUBLES = {"server_error": 500, "temporarily_unavailable": 503}  # no profile calls a failure a success
ERRORS = {
    500: "server_error",
    SLOWED: "slow_down",
}  # what an ordered status is called; any other one is a trouble
SECRETS = ("access_token", "refresh_token", "code")
TROUBLE = "temporarily_unavailable", "try again later"
SECRET_SENT = "invalid_client", "client_secret is not expected of a public client"


class TokenRefused(Exception):
    """`args` are the protocol's error and its description."""


@dataclass(frozen=True)
class Presented:
    """The parameters of a call, wherever they stood."""

    parameters: Mapping[str, str]
    repeated: frozenset[str] = frozenset()  # those that came with two values
    in_query: frozenset[str] = frozenset()  # those that stood in the address
    root: str = "https://id.vk.ru/"  # the address it was sent to

    def __getitem__(self, name: str) -> str:
        return self.parameters.get(name, "")


class Belonging(Protocol):
    """What belongs to a world."""

    @property
    def world_id(self) -> int: ...


@dataclass(frozen=True)
class Called:
    """A call whose world is known: `found` is what it speaks of, a code, a token or a family of tokens.

    `passed` says what is to be wrong with its answer, if anything is.
    """

    database: Database
    passed: Passed
    rules: Rules
    asked: Presented
    found: Any

    @property
    def world(self) -> World:
        """The world of what was found."""
        return self.passed.world


Check = Callable[[Called], None]  # raises TokenRefused


@dataclass(frozen=True)
class Endpoint:
    """What a client can call: what it presents, what that must fulfil, and what it is told then."""

    says: str
    takes: Mapping[str, str]  # the parameters, each with what it is
    find: Callable[[Database, Presented], Belonging]  # raises TokenRefused
    checks: tuple[Check, ...]
    answer: Callable[[Called], dict[str, Any]]
    gives: Mapping[str, Any]  # the answer's JSON schema
    refuses: tuple[tuple[str, str], ...]  # every error with its description
    point: str  # where the world's faults are ordered
    optional: frozenset[str] = frozenset()  # of the parameters
    own_disputes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def disputed(self) -> dict[str, tuple[str, str]]:
        """What is refused by a switch alone, with an example of each refusal."""
        shown = [name for name in SECRETS if name in self.takes]
        in_query = {"token_in_query": _shown(shown[0])} if shown else {}
        repeated = _repeated("client_id")
        return {
            "client_secret": SECRET_SENT,
            "repeated_parameter": repeated,
            **in_query,
            **self.own_disputes,
        }


def told_of_trouble(status: int) -> tuple[str, str]:
    """What a call is told that the world has ordered to fail with that status."""
    return ERRORS.get(status, TROUBLE[0]), TROUBLE[1]


def status_of(error: str, rules: Rules) -> int:
    """The status of a refusal: a failure of ours is told as one by every profile."""
    if error in TROUBLES:
        return TROUBLES[error]
    return OK if rules.error_status == "ok" else STATUS.get(error, FAILED)


def _repeated(name: str) -> tuple[str, str]:
    return "invalid_request", f"{name} is repeated"


def _shown(name: str) -> tuple[str, str]:
    return "invalid_request", f"{name} must not be in the query"


def _no_secret_comes_along(called: Called) -> None:
    if called.rules.client_secret == "refused" and called.asked["client_secret"]:  # noqa: S105 - how it is set
        raise TokenRefused(*SECRET_SENT)


def _nothing_is_said_twice(called: Called) -> None:
    if called.rules.repeated_parameter == "refused" and called.asked.repeated:
        raise TokenRefused(*_repeated(min(called.asked.repeated)))


def _no_token_stands_in_the_address(called: Called) -> None:
    shown = [name for name in SECRETS if name in called.asked.in_query]
    if shown and not called.rules.token_in_query:
        raise TokenRefused(*_shown(shown[0]))


SHARED_CHECKS: tuple[Check, ...] = (
    _no_secret_comes_along,
    _nothing_is_said_twice,
    _no_token_stands_in_the_address,
)
