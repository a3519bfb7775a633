"""The journals' technical support: requests, and what becomes of them. Its workflow is assumed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update

from sim_server.domain.journal_accounts import account_by_login
from sim_server.domain.linking import unlink
from sim_server.domain.tables import SupportRequestRow
from sim_server.domain.values import value_of
from sim_server.domain.worlds import World

UNLINKED = "Учебный профиль отвязан"
ACCOUNT_UNKNOWN = "Такой учётной записи в журнале нет"


@dataclass(frozen=True)
class SupportRequest:
    """A request, and what became of it if it was handled."""

    id: int
    journal: str
    login: str
    text: str
    at: float
    outcome: str | None


def submit_request(world: World, journal: str, login: str, text: str) -> SupportRequest:
    """Put a request on the desk; nothing changes until it is handled."""
    asked = {"journal": journal, "login": login, "text": text, "at": world.now()}
    with world.database.write() as session:
        return value_of(SupportRequest, world.add(session, SupportRequestRow, **asked))


def requests_of(world: World) -> list[SupportRequest]:
    """All requests of the world, the newest first."""
    own = select(SupportRequestRow).where(SupportRequestRow.world_id == world.id)
    return world.database.values(SupportRequest, own.order_by(SupportRequestRow.id.desc()))


def handle_request(world: World, request_id: int) -> None:
    """Unlink the account the request names, and write the outcome; a request is handled once."""
    with world.database.read() as session:
        request = session.get(SupportRequestRow, request_id)
        if request is None or request.world_id != world.id or request.outcome is not None:
            return
        account = account_by_login(session, world, request.journal, request.login)
    if account is not None:
        unlink(world, account)
    handled = update(SupportRequestRow).where(SupportRequestRow.id == request_id)
    world.database.execute(handled.values(outcome=UNLINKED if account is not None else ACCOUNT_UNKNOWN))
