"""Phone numbers as people type and read them, and the messages that reach a phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import phonenumbers
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import PhoneMessageRow
from sim_server.domain.worlds import World

REGION = "RU"
COUNTRY_CODE = 7
NATIONAL_DIGITS = 10


@dataclass(frozen=True)
class PhoneMessage:
    """An SMS or a missed call that reached a phone."""

    id: int
    kind: str
    sender: str
    text: str
    at: float


class PhoneMalformed(ValueError):
    """What was typed is no Russian phone number."""


def parse_phone(text: str) -> str:
    """The number in E.164 (`+71991111111`), from any usual way of writing it; raises PhoneMalformed.

    Only the length and the country are judged: +7 199 numbers belong to nobody, and the simulator's
    people have just such numbers.
    """
    try:
        number = phonenumbers.parse(_with_plus(text), REGION)
    except phonenumbers.NumberParseException as error:
        raise PhoneMalformed from error
    digits = str(number.national_number)
    if number.country_code != COUNTRY_CODE or len(digits) != NATIONAL_DIGITS:
        raise PhoneMalformed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _with_plus(text: str) -> str:
    """The country code's plus, where only it is left out: the library misses that with +7 199 numbers."""
    digits = sum(char.isdigit() for char in text)
    bare = text.strip()
    return f"+{bare}" if bare.startswith(str(COUNTRY_CODE)) and digits == NATIONAL_DIGITS + 1 else text


def printed_phone(phone: str) -> str:
    """The number as the instructions print it: +7 199 111-11-11."""
    return f"{phone[:2]} {phone[2:5]} {phone[5:8]}-{phone[8:10]}-{phone[10:]}"


def masked_phone(phone: str) -> str:
    """The number as a screen shows it to somebody who has not proven everything yet: +7 199 ***-**-11."""
    return f"{phone[:2]} {phone[2:5]} ***-**-{phone[10:]}"


def deliver(session: Session, world: World, phone: str, kind: str, sender: str, text: str) -> None:
    """Puts an SMS or a missed call on the phone."""
    world.add(session, PhoneMessageRow, phone=phone, kind=kind, sender=sender, text=text, at=world.now())


def messages_of(world: World, phone: str, after: int = 0) -> list[PhoneMessage]:
    """What reached the phone after the message with that id, oldest first."""
    own = PhoneMessageRow.world_id == world.id, PhoneMessageRow.phone == phone
    newer = select(PhoneMessageRow).where(*own, PhoneMessageRow.id > after).order_by(PhoneMessageRow.id)
    return world.database.values(PhoneMessage, newer)


def phones_reached(world: World) -> list[str]:
    """The numbers that a message has reached, the latest first."""
    phone, latest = PhoneMessageRow.phone, func.max(PhoneMessageRow.id).desc()
    reached = select(phone).where(PhoneMessageRow.world_id == world.id).group_by(phone).order_by(latest)
    return [number for (number,) in world.database.look_up_all(reached)]


def wait_for_messages(world: World, phone: str, after: int, seconds: float) -> list[PhoneMessage]:
    """Like `messages_of`, but waits for the first one at most so many real seconds."""
    return world.database.wait_for(partial(messages_of, world, phone, after), seconds)
