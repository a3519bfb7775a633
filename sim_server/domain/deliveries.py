"""What reached its address: SMS and missed calls on phones, letters in mailboxes."""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from sim_server.domain.database import tell
from sim_server.domain.tables import DeliveryRow, WorldRow
from sim_server.domain.worlds import World, time_of

LETTER = "letter"


@dataclass(frozen=True)
class Delivery:
    """An SMS, a missed call or a letter, by `kind`; only a letter has a subject."""

    id: int
    kind: str
    sender: str
    subject: str
    text: str
    at: float


def deliver(
    session: Session,
    world: World,
    address: str,
    kind: str,
    sender: str,
    text: str,
    subject: str = "",
    *,
    late_by: float = 0.0,
) -> None:
    """Put an SMS or a missed call on the phone, or a letter into the mailbox, so many seconds from now."""
    at = world.now() + late_by
    sent = {"kind": kind, "sender": sender, "subject": subject, "text": text, "at": at}
    world.add(session, DeliveryRow, address=address, **sent)
    tell(session, _news(world, address))


def messages_of(world: World, address: str, after: int = 0) -> list[Delivery]:
    """What reached the phone or the mailbox after the message with that id, oldest first."""
    own = DeliveryRow.address == address, _has_arrived(world)
    come = select(DeliveryRow).where(*own).order_by(DeliveryRow.at, DeliveryRow.id)
    return _later(world.database.values(Delivery, come), after)


def _later(come: list[Delivery], after: int) -> list[Delivery]:
    """Those that arrived later than that one: what is late may have a smaller id."""
    ids = [one.id for one in come]
    return come[ids.index(after) + 1 :] if after in ids else [one for one in come if one.id > after]


def _has_arrived(world: World) -> ColumnElement[bool]:
    """Whether a message is there by the world's clock as it is now: whoever waits may have an old handle."""
    offset = select(WorldRow.offset).where(WorldRow.id == world.id).scalar_subquery()
    return and_(DeliveryRow.world_id == world.id, DeliveryRow.at <= offset + time.time())


def addresses_reached(world: World, *, letters: bool) -> list[str]:
    """The mailboxes that a letter has reached, or the phones that anything has, the latest first."""
    address, latest = DeliveryRow.address, func.max(DeliveryRow.id).desc()
    own = _has_arrived(world), (DeliveryRow.kind == LETTER) == letters
    reached = select(address).where(*own).group_by(address).order_by(latest)
    return [one for (one,) in world.database.look_up_all(reached)]


def wait_for_messages(world: World, address: str, after: int, seconds: float) -> list[Delivery]:
    """Like `messages_of`, but waits for the first one at most so many real seconds."""
    come = partial(messages_of, world, address, after)
    return world.database.wait_for(come, seconds, _news(world, address), time_of(world))


def _news(world: World, address: str) -> Hashable:
    return "messages", world.id, address
