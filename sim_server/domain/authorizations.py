"""Authorization codes. What they are bound to is checked by the protocol: VK ID's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from sim_server.domain.database import Database
from sim_server.domain.tables import AuthorizationCodeRow
from sim_server.domain.worlds import World

ANOTHER_CLIENT = "another-client"  # whose a code or a token is, where the world has ordered the wrong one


@dataclass(frozen=True)
class Authorization:
    """What a person has allowed a client; `typed` are particulars given for a study profile: see `linking.link`."""

    world_id: int
    client_id: str
    scope: str
    device_id: str
    vk_account_id: int
    profile_id: int | None
    typed: dict[str, Any] | None


@dataclass(frozen=True)
class AuthorizationCode(Authorization):
    """What the callback carries. RFC 6749 §4.1.2."""

    code: str
    redirect_uri: str
    state: str
    code_challenge: str
    issued_at: float
    refused: int


def find_code(database: Database, code: str) -> AuthorizationCode | None:
    """The code, of whatever world."""
    return database.value(
        AuthorizationCode, select(AuthorizationCodeRow).where(AuthorizationCodeRow.code == code)
    )


def use_code(world: World, code: AuthorizationCode) -> bool:
    """Use the code up; False if it was used before."""
    unused = AuthorizationCodeRow.code == code.code, AuthorizationCodeRow.used_at.is_(None)
    using = update(AuthorizationCodeRow).where(*unused).values(used_at=world.now())
    with world.database.write() as session:
        return session.scalar(using.returning(AuthorizationCodeRow.code)) is not None


def count_refusal(world: World, code: AuthorizationCode) -> None:
    """Note that somebody has tried the code with what does not belong to it."""
    tried = update(AuthorizationCodeRow).where(AuthorizationCodeRow.code == code.code)
    world.database.execute(tried.values(refused=AuthorizationCodeRow.refused + 1))
