"""E-mail addresses as people type and read them, and the letters that reach a mailbox."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import LetterRow
from sim_server.domain.worlds import World

_ADDRESS = re.compile(r"[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+")
OPEN_LETTERS = 2


@dataclass(frozen=True)
class Letter:
    """A letter that reached a mailbox."""

    sender: str
    subject: str
    text: str
    at: float


class EmailMalformed(ValueError):
    """What was typed is no e-mail address."""


def parse_email(text: str) -> str:
    """The address in small letters, without spaces around it; raises EmailMalformed."""
    address = text.strip().lower()
    if _ADDRESS.fullmatch(address) is None:
        raise EmailMalformed
    return address


def is_email(address: str) -> bool:
    """Whether a code for this address goes by letter; the others are phones."""
    return "@" in address


def masked_email(address: str) -> str:
    """The address as a screen shows it to somebody who has not proven to own it: ka***@mail.ru.

    At least one letter of the name stays hidden: ab@mail.ru is a***@mail.ru.
    """
    name, _, host = address.partition("@")
    return f"{name[: min(OPEN_LETTERS, len(name) - 1)]}***@{host}"


def deliver_letter(
    session: Session, world: World, address: str, sender: str, subject: str, text: str
) -> None:
    """Puts a letter into the mailbox."""
    letter = {"address": address, "sender": sender, "subject": subject, "text": text}
    world.add(session, LetterRow, **letter, at=world.now())


def letters_of(world: World, address: str) -> list[Letter]:
    """What reached the mailbox, oldest first."""
    found = select(LetterRow).where(LetterRow.world_id == world.id, LetterRow.address == address)
    return world.database.values(Letter, found.order_by(LetterRow.id))


def mailboxes_reached(world: World) -> list[str]:
    """The addresses that a letter has reached, the latest first."""
    address, latest = LetterRow.address, func.max(LetterRow.id).desc()
    reached = select(address).where(LetterRow.world_id == world.id).group_by(address).order_by(latest)
    return [mailbox for (mailbox,) in world.database.look_up_all(reached)]
