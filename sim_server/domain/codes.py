"""One-time codes by SMS, by a dropped call or by letter: sending, resending, checking.

An address is where a code goes: a phone in E.164, or an e-mail address.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sim_server.domain.database import count_up
from sim_server.domain.deliveries import LETTER, deliver
from sim_server.domain.faults import ANY_CLIENT, Fault, FaultKind, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.numbers import LATE_SECONDS, number_of
from sim_server.domain.phones import printed_phone
from sim_server.domain.tables import OneTimeCodeRow
from sim_server.domain.worlds import World

SENDER = "VK"
LETTER_SUBJECT = "Код подтверждения"
SIGN_IN_TEXT = "Код {code} для входа в VK ID. Никому его не сообщайте."


class Channel(StrEnum):
    """How a code travels."""

    SMS = "sms"
    CALL = "call"
    LETTER = LETTER


DIGITS = {Channel.SMS: LIMITS.sms_code_digits, Channel.LETTER: LIMITS.letter_code_digits}
RESEND_AFTER = {  # seconds
    Channel.SMS: LIMITS.resend_after_seconds,
    Channel.CALL: LIMITS.resend_after_seconds,
    Channel.LETTER: LIMITS.resend_letter_after_seconds,
}
LINES = {  # the system and the point of it where a code can get lost
    Channel.SMS: ("phone", "sms"),
    Channel.CALL: ("phone", "call"),
    Channel.LETTER: ("mailbox", "letter"),
}


class CodeRefused(Exception):
    """The code that was typed does not prove the address; the subclass says why."""


class CodeWrong(CodeRefused):
    """Not the code that was sent."""


class CodeSuperseded(CodeRefused):
    """A code sent earlier, replaced by a newer one."""


class CodeExpired(CodeRefused):
    """The right code, too late."""


class CodeSpent(CodeRefused):
    """Too many wrong attempts: this code proves nothing any more."""


class AddressGuessed(CodeSpent):
    """Too many wrong codes for one address, by however many ways: none proves it for some minutes."""


class ResendTooEarly(Exception):
    """The countdown still runs; `args[0]` is the number of seconds left."""


class AddressFlooded(ResendTooEarly):
    """Too many codes went to one address, by however many ways; `args[0]` is as above."""


@dataclass(frozen=True)
class Carriage:
    """How a message is carried: how often it arrives, and how many seconds late."""

    copies: int = 1
    late_by: float = 0.0


def send_code(
    world: World,
    purpose: str,
    address: str,
    channel: Channel,
    text: str = SIGN_IN_TEXT,
    sender: str = SENDER,
    client: str = ANY_CLIENT,
) -> None:
    """Send a new code, which replaces the earlier ones of the same purpose; a call has no text.

    Raises ResendTooEarly while the countdown of the last code to this address runs, AddressFlooded when many ways
    have sent it codes.
    """
    # First of all: a refused use takes no fault off the line.
    with world.database.read() as session:
        _refuse_early(session, world, purpose, address)
    passed = pass_point(world, *LINES[channel], client=client)
    world, carriage = passed.world, _carriage(passed.fault, address, channel)
    with world.database.write() as session:
        # Drawing locks the world's row: of several who send at once each sees what the others have sent.
        code, caller, message = _composed(world, session, channel, text)
        _refuse_early(session, world, purpose, address)
        sent = {"purpose": purpose, "address": address, "channel": channel, "code": code}
        world.add(session, OneTimeCodeRow, **sent, sent_at=world.now())
        world.log(session, "code_sent", address=address, channel=channel, arrives=bool(carriage.copies))
        subject = LETTER_SUBJECT if channel is Channel.LETTER else ""
        for _copy in range(carriage.copies):
            sent_to = address, channel, caller or sender, message, subject
            deliver(session, world, *sent_to, late_by=carriage.late_by)


def check_code(world: World, purpose: str, address: str, typed: str) -> None:
    """Return if `typed` proves the address for this purpose; otherwise count the attempt and raise CodeRefused."""
    with world.database.write() as session:
        refusal = _refusal(world, session, purpose, address, typed)
    if refusal is not None:
        raise refusal


def resend_in(world: World, purpose: str, address: str) -> int:
    """Return the seconds until another code may be sent to the address; 0 when it may."""
    with world.database.read() as session:
        left = _seconds_left(world, latest_code(session, world, purpose, address))
        return max(left, _seconds_flooded(session, world, address))


def last_channel(world: World, purpose: str, address: str) -> Channel | None:
    """How the last code for the purpose went to the address, if one did."""
    with world.database.read() as session:
        last = latest_code(session, world, purpose, address)
    return Channel(last.channel) if last else None


def latest_code(session: Session, world: World, purpose: str, address: str) -> OneTimeCodeRow | None:
    """The last code sent for the purpose to the address."""
    return session.scalar(_codes(world, purpose, address).order_by(OneTimeCodeRow.id.desc()).limit(1))


def _codes(world: World, purpose: str, address: str) -> Select[OneTimeCodeRow]:
    own = OneTimeCodeRow.purpose == purpose, OneTimeCodeRow.address == address
    return select(OneTimeCodeRow).where(OneTimeCodeRow.world_id == world.id, *own)


def _refusal(world: World, session: Session, purpose: str, address: str, typed: str) -> CodeRefused | None:
    wrong = sum(one.wrong_attempts for one in _recent(session, world, address))
    if wrong >= LIMITS.wrong_codes_of_an_address:
        return AddressGuessed()
    current = latest_code(session, world, purpose, address)
    if current is None:
        return CodeWrong()
    if current.wrong_attempts >= LIMITS.wrong_codes:
        return CodeSpent()
    if typed == current.code:
        is_late = _age(world, current) > _window() or number_of(address).code_expires
        return CodeExpired() if is_late else None
    if count_up(session, OneTimeCodeRow.wrong_attempts, current.id) >= LIMITS.wrong_codes:
        return CodeSpent()
    earlier = _codes(world, purpose, address).where(
        OneTimeCodeRow.code == typed
    )  # the current one is another
    return CodeSuperseded() if session.scalar(earlier.limit(1)) else CodeWrong()


def _composed(world: World, session: Session, channel: Channel, text: str) -> tuple[str, str, str]:
    """The code, the number that calls if one does, and what the phone shows."""
    chance = world.random(session)
    if channel is not Channel.CALL:
        code = "".join(chance.choices("0123456789", k=DIGITS[channel]))
        return code, "", text.format(code=code)
    caller = "+7199" + "".join(chance.choices("0123456789", k=7))
    return caller[-LIMITS.call_code_digits :], printed_phone(caller), "Пропущенный звонок"


def _refuse_early(session: Session, world: World, purpose: str, address: str) -> None:
    left = _seconds_left(world, latest_code(session, world, purpose, address))
    if left > 0:
        raise ResendTooEarly(left)
    if flooded := _seconds_flooded(session, world, address):
        raise AddressFlooded(flooded)


def _seconds_flooded(session: Session, world: World, address: str) -> int:
    """How long until another code may go to the address at all."""
    recent = _recent(session, world, address)
    if len(recent) < LIMITS.codes_to_an_address:
        return 0
    return max(1, ceil(_window() - _age(world, recent[LIMITS.codes_to_an_address - 1])))


def _recent(session: Session, world: World, address: str) -> list[OneTimeCodeRow]:
    """The codes of the last minutes for the address, the newest first, whatever for; checked by one at a time."""
    own = OneTimeCodeRow.world_id == world.id, OneTimeCodeRow.address == address
    lately = select(OneTimeCodeRow).where(*own, OneTimeCodeRow.sent_at > world.now() - _window())
    return list(session.scalars(lately.order_by(OneTimeCodeRow.id.desc()).with_for_update()))


def _window() -> int:
    return LIMITS.code_lifetime_minutes * 60


def _carriage(fault: Fault | None, address: str, channel: Channel) -> Carriage:
    """How the line carries what is sent, by what the world has ordered, else by what happens to that number."""
    number = number_of(address)
    mishap = fault.kind if fault else {Channel.SMS: number.sms, Channel.CALL: number.call}.get(channel, "")
    if mishap == FaultKind.LOST:
        return Carriage(copies=0)
    if mishap == FaultKind.LATE:
        return Carriage(late_by=fault.seconds if fault else LATE_SECONDS)
    return Carriage(copies=2 if mishap == FaultKind.DOUBLED else 1)


def _age(world: World, code: OneTimeCodeRow) -> float:
    return world.now() - code.sent_at


def _seconds_left(world: World, code: OneTimeCodeRow | None) -> int:
    return 0 if code is None else max(0, round(RESEND_AFTER[Channel(code.channel)] - _age(world, code)))
