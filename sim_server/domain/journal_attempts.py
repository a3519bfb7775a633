"""How often a login of a journal was tried in vain: counted whether there is such a login or not."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import ColumnElement, and_, case, delete, update
from sqlalchemy.exc import IntegrityError

from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import JournalAttemptRow
from sim_server.domain.worlds import World


class TooManyAttempts(Exception):
    """Not even the right password opens for some minutes."""


def count_attempt(world: World, journal: str, login: str) -> None:
    """Count one more before it is judged, so that many at once are no more; raises TooManyAttempts."""
    known = {"world_id": world.id, "journal": journal, "login": login}
    with suppress(IntegrityError), world.database.write() as session:
        session.add(JournalAttemptRow(**known, wrong=0, since=world.now()))
    long_ago = world.now() - LIMITS.journal_lock_minutes * 60
    over = JournalAttemptRow.since < long_ago
    counting = (
        update(JournalAttemptRow)
        .where(_of(world, journal, login), over | (JournalAttemptRow.wrong < LIMITS.wrong_journal_passwords))
        .values(wrong=case((over, 1), else_=JournalAttemptRow.wrong + 1), since=world.now())
    )
    with world.database.write() as session:
        if session.scalar(counting.returning(JournalAttemptRow.wrong)) is None:
            raise TooManyAttempts


def forget_attempts(world: World, journal: str, login: str) -> None:
    """The right password ends the counting."""
    world.database.execute(delete(JournalAttemptRow).where(_of(world, journal, login)))


def _of(world: World, journal: str, login: str) -> ColumnElement[bool]:
    named = JournalAttemptRow.journal == journal, JournalAttemptRow.login == login
    return and_(JournalAttemptRow.world_id == world.id, *named)
