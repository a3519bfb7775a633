"""The keys that sign forms and identity tokens: kept in the database, so they outlast a restart and are shared."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from sim_server.domain.database import Database
from sim_server.domain.tables import KeyRow

FORMS = "forms"


def _token() -> str:
    return secrets.token_hex(32)


def lasting_key(database: Database, name: str = FORMS, make: Callable[[], str] = _token) -> str:
    """The database's key of that name; it gets one the first time."""
    # Two processes may begin at once: the first one's key is the one.
    if _kept(database, name) is None:
        with suppress(IntegrityError), database.write() as session:
            session.add(KeyRow(name=name, value=make()))
    return _kept(database, name) or ""


def _kept(database: Database, name: str) -> str | None:
    row = database.look_up(select(KeyRow.value).where(KeyRow.name == name))
    return row and row.value
