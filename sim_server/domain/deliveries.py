"""What reached its address: SMS and missed calls on phones, letters in mailboxes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sim_server.domain.database import tell
from sim_server.domain.tables import DeliveryRow
from sim_server.domain.worlds import World

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
    session: Session, world: World, address: str, kind: str, sender: str, text: str, subject: str = ""
) -> None:
    """Put an SMS or a missed call on the phone, or a letter into the mailbox."""
    sent = {"kind": kind, "sender": sender, "subject": subject, "text": text, "at": world.now()}
    world.add(session, DeliveryRow, address=address, **sent)
    tell(session, _news(world, address))


def messages_of(world: World, address: str, after: int = 0) -> list[Delivery]:
    """What reached the phone or the mailbox after the message with that id, oldest first."""
    own = DeliveryRow.world_id == world.id, DeliveryRow.address == address
    newer = select(DeliveryRow).where(*own, DeliveryRow.id > after).order_by(DeliveryRow.id)
    return world.database.values(Delivery, newer)


def addresses_reached(world: World, *, letters: bool) -> list[str]:
    """The mailboxes that a letter has reached, or the phones that anything has, the latest first."""
    address, latest = DeliveryRow.address, func.max(DeliveryRow.id).desc()
    own = DeliveryRow.world_id == world.id, (DeliveryRow.kind == LETTER) == letters
    reached = select(address).where(*own).group_by(address).order_by(latest)
    return [one for (one,) in world.database.look_up_all(reached)]


def wait_for_messages(world: World, address: str, after: int, seconds: float) -> list[Delivery]:
    """Like `messages_of`, but waits for the first one at most so many real seconds."""
    return world.database.wait_for(
        partial(messages_of, world, address, after), seconds, _news(world, address)
    )


def _news(world: World, address: str) -> Hashable:
    return "messages", world.id, address
