"""What a sign-in and a recovery have in common: one browser goes from screen to screen, and the answers are noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Session

from sim_server.domain.tables import InteractionRow, RecoveryRow
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World

LONG_AGO = 0.0  # older than any walk may be
R = TypeVar("R", InteractionRow, RecoveryRow)


class WalkUnknown(LookupError):
    """No such walk is open in this browser (any more): too old, given up, or ended by another."""


@dataclass(frozen=True)
class Walk:
    """A person's walk through screens as it stands; whoever notes something loads it anew."""

    table: ClassVar[type[InteractionRow | RecoveryRow]]

    world: World
    id: str
    browser: str
    answers: dict[str, Any]
    account: VkAccount | None

    @property
    def over(self) -> bool:
        """Whether it has reached its end, and nothing is answered any more."""
        raise NotImplementedError

    @property
    def purpose(self) -> str:
        """Under which name the codes of this walk are kept."""
        return f"{self.table.__tablename__} {self.id}"


def note_answer(walk: Walk, screen: str, answer: Any = True) -> None:
    """Note what this screen was answered; without an answer, that it was."""
    with walk.world.database.write() as session:
        row: Any = session.get_one(walk.table, walk.id, with_for_update=True)
        row.answers = {**row.answers, screen: answer}


def note(walk: Walk, **values: Any) -> None:
    """Write these columns of the walk."""
    with walk.world.database.write() as session:
        write(session, walk, **values)


def write(session: Session, walk: Walk, **values: Any) -> None:
    """Write these columns of the walk, within the caller's transaction."""
    session.execute(update(walk.table).where(walk.table.id == walk.id).values(**values))


def abandon_walks(world: World, browser: str) -> None:
    """Let nobody go on with what was begun in this browser: its person has left it.

    The rows stay: by them one knows which session of a client was begun here.
    """
    with world.database.write() as session:
        for table in (InteractionRow, RecoveryRow):
            begun = table.world_id == world.id, table.browser == browser
            session.execute(update(table).where(*begun).values(created_at=LONG_AGO))


def open_walk(row: R | None, world: World, browser: str, seconds: float) -> R:
    """The walk, if it was begun in this browser of this world, and not longer ago; raises WalkUnknown."""
    if row is None or (row.world_id, row.browser) != (world.id, browser):
        raise WalkUnknown
    if world.now() - row.created_at > seconds:
        raise WalkUnknown
    return row
