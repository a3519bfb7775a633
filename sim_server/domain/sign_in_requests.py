"""The requests with which a client (journal, messenger) has sent browsers to VK ID; each is answered once."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from sim_server.domain.database import tell
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import SignInRequestRow
from sim_server.domain.worlds import World


@dataclass(frozen=True)
class SignInRequest:
    """Which request it is: the client's own, of this subject (whose it is at the client), with this `state`."""

    world: World
    client_id: str
    subject: str
    state: str


def open_request(request: SignInRequest, code_verifier: str) -> None:
    """Note that the browser was sent."""
    world = request.world
    known = {"state": request.state, "client_id": request.client_id, "subject": request.subject}
    with world.database.write() as session:
        world.add(session, SignInRequestRow, **known, code_verifier=code_verifier, created_at=world.now())


def take_request(request: SignInRequest) -> str | None:
    """Take the request to deal with its answer and return its verifier; None if there is none to take.

    One that is being dealt with is waited for: then what comes of it is there. One that nobody has dealt with for
    so long, because the simulator died, is taken anew.
    """
    verifier = _take(request)
    if verifier is not None:
        return verifier
    if request.world.database.wait_for(partial(_is_closed, request), LIMITS.patience_seconds, _news(request)):
        return None
    return _take(request)


def _take(request: SignInRequest) -> str | None:
    long_ago = request.world.now() - LIMITS.patience_seconds
    left = or_(SignInRequestRow.taken_at.is_(None), SignInRequestRow.taken_at < long_ago)
    taking = update(SignInRequestRow).where(_is(request), left).values(taken_at=request.world.now())
    with request.world.database.write() as session:
        return session.scalar(taking.returning(SignInRequestRow.code_verifier))


def close_request(request: SignInRequest) -> None:
    """End it: its answer was dealt with."""
    with request.world.database.write() as session:
        session.execute(delete(SignInRequestRow).where(_is(request)))
        tell(session, _news(request))


def _news(request: SignInRequest) -> Hashable:
    return "closed", request.world.id, request.client_id, request.state


def _is_closed(request: SignInRequest) -> bool:
    return request.world.database.look_up(select(SignInRequestRow.state).where(_is(request))) is None


def _is(request: SignInRequest) -> ColumnElement[bool]:
    return and_(
        SignInRequestRow.state == request.state,
        SignInRequestRow.world_id == request.world.id,
        SignInRequestRow.client_id == request.client_id,
        SignInRequestRow.subject == request.subject,
    )
