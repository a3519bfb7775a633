"""Counting in a row: two who count at once are both counted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import InstrumentedAttribute, Session


def count_up(session: Session, counter: InstrumentedAttribute[int], of: Any) -> int:
    """Adds one to the row's counter, and returns how many there are now; `of` is the row's id."""
    table: Any = counter.class_
    counted = update(table).where(table.id == of).values({counter: counter + 1}).returning(counter)
    return session.scalars(counted).one()
