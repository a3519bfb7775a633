"""The key that VK ID signs with: made once for a database, and the same in every process that uses it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from sim_server.domain.database import Database
from sim_server.domain.tables import SigningKeyRow

OWN = "identity"
KEPT = select(SigningKeyRow.pem).where(SigningKeyRow.id == OWN)


def signing_key(database: Database, make: Callable[[], str]) -> str:
    """The key as PEM; the first who asks has it made, of two at once one."""
    found = database.look_up(KEPT)
    if found is None:
        try:
            with database.write() as session:
                session.add(SigningKeyRow(id=OWN, pem=make()))
        except IntegrityError:
            pass
        found = database.look_up(KEPT)
    assert found is not None
    return str(found.pem)
