"""The journals' technical support: requests, and what becomes of them. Its workflow is assumed."""

from __future__ import annotations

from sqlalchemy import select, update

from sim_server.domain.linking import unlink
from sim_server.domain.people import account_by_login
from sim_server.domain.tables import SupportRequestRow
from sim_server.domain.worlds import World

UNLINKED = "Учебный профиль отвязан"
ACCOUNT_UNKNOWN = "Такой учётной записи в журнале нет"


def submit_request(world: World, journal: str, login: str, text: str) -> SupportRequestRow:
    """Puts a request on the desk; nothing changes until it is handled."""
    request = SupportRequestRow(
        world_id=world.id, journal=journal, login=login, text=text, at=world.now(), outcome=None
    )
    with world.database.write() as session:
        session.add(request)
    return request


def requests_of(world: World) -> list[SupportRequestRow]:
    """All requests of the world, the newest first."""
    query = (
        select(SupportRequestRow)
        .where(SupportRequestRow.world_id == world.id)
        .order_by(SupportRequestRow.id.desc())
    )
    with world.database.read() as session:
        return list(session.scalars(query))


def handle_request(world: World, request_id: int) -> None:
    """Unlinks the account the request names, and writes the outcome; a request is handled once."""
    with world.database.read() as session:
        request = session.get(SupportRequestRow, request_id)
        if request is None or request.world_id != world.id or request.outcome is not None:
            return
        account = account_by_login(session, world, request.journal, request.login)
    if account is not None:
        unlink(world, account)
    outcome = UNLINKED if account is not None else ACCOUNT_UNKNOWN
    with world.database.write() as session:
        session.execute(
            update(SupportRequestRow).where(SupportRequestRow.id == request_id).values(outcome=outcome)
        )
