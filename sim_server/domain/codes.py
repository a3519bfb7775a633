"""One-time codes by SMS or by a dropped call: sending, resending, checking."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from sim_server.domain.faults import PointFailed, PointSilent, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.phones import deliver, printed_phone
from sim_server.domain.tables import OneTimeCode
from sim_server.domain.worlds import World, world_by_id

SENDER = "VK"


class Channel(StrEnum):
    """How a code travels."""

    SMS = "sms"
    CALL = "call"


class CodeRefused(Exception):
    """The code that was typed does not prove the phone; the subclass says why."""


class CodeWrong(CodeRefused):
    """Not the code that was sent."""


class CodeSuperseded(CodeRefused):
    """A code sent earlier, replaced by a newer one."""


class CodeExpired(CodeRefused):
    """The right code, too late."""


class CodeSpent(CodeRefused):
    """Too many wrong attempts: this code proves nothing any more."""


class ResendTooEarly(Exception):
    """The countdown still runs; `args[0]` is the number of seconds left."""


def send_code(world: World, purpose: str, phone: str, channel: Channel) -> None:
    """Sends a new code, which replaces the earlier ones of the same purpose.

    Raises ResendTooEarly while the countdown of the last code to this phone runs.
    """
    _refuse_early(resend_in(world, purpose, phone))  # first of all: a refused use takes no fault off the line
    world, arrives = _tried_line(world, channel)
    with world.database.write() as session:
        _refuse_early(_seconds_left(world, latest_code(session, purpose, phone)))
        code, sender, text = _composed(world, session, channel)
        session.add(
            OneTimeCode(
                world_id=world.id,
                purpose=purpose,
                phone=phone,
                channel=channel,
                code=code,
                sent_at=world.now(),
            )
        )
        world.log(session, "code_sent", phone=phone, channel=channel, arrives=arrives)
        if arrives:
            deliver(session, world, phone, channel, sender, text)


def check_code(world: World, purpose: str, phone: str, typed: str) -> None:
    """Returns if `typed` proves the phone for this purpose; otherwise counts the attempt and raises CodeRefused."""
    with world.database.write() as session:
        refusal = _refusal(world, session, purpose, phone, typed)
    if refusal is not None:
        raise refusal


def resend_in(world: World, purpose: str, phone: str) -> int:
    """Seconds until another code may be sent to the phone; 0 when it may."""
    with world.database.read() as session:
        return _seconds_left(world, latest_code(session, purpose, phone))


def latest_code(session: Session, purpose: str, phone: str) -> OneTimeCode | None:
    """The last code sent for the purpose to the phone."""
    return session.scalar(
        select(OneTimeCode)
        .where(OneTimeCode.purpose == purpose, OneTimeCode.phone == phone)
        .order_by(OneTimeCode.id.desc())
        .limit(1)
    )


def _refusal(world: World, session: Session, purpose: str, phone: str, typed: str) -> CodeRefused | None:
    current = latest_code(session, purpose, phone)
    if current is None:
        return CodeWrong()
    if current.wrong_attempts >= LIMITS.wrong_codes:
        return CodeSpent()
    if typed == current.code:
        return CodeExpired() if _age(world, current) > LIMITS.code_lifetime_minutes * 60 else None
    if _counted_attempts(session, current) >= LIMITS.wrong_codes:
        return CodeSpent()
    return CodeSuperseded() if _was_sent_earlier(session, current, typed) else CodeWrong()


def _counted_attempts(session: Session, code: OneTimeCode) -> int:
    """Counts a wrong attempt and returns how many there are now."""
    counted = (
        update(OneTimeCode)
        .where(OneTimeCode.id == code.id)
        .values(wrong_attempts=OneTimeCode.wrong_attempts + 1)
        .returning(OneTimeCode.wrong_attempts)
    )
    return session.scalars(counted).one()


def _was_sent_earlier(session: Session, current: OneTimeCode, typed: str) -> bool:
    earlier = select(OneTimeCode.id).where(
        OneTimeCode.purpose == current.purpose,
        OneTimeCode.phone == current.phone,
        OneTimeCode.id < current.id,
        OneTimeCode.code == typed,
    )
    return session.scalar(earlier.limit(1)) is not None


def _composed(world: World, session: Session, channel: Channel) -> tuple[str, str, str]:
    """The code, who it comes from and what the phone shows."""
    chance = world.random(session)
    if channel is Channel.SMS:
        code = "".join(chance.choices("0123456789", k=LIMITS.sms_code_digits))
        return code, SENDER, f"Код {code} для входа в VK ID. Никому его не сообщайте."
    caller = "+7199" + "".join(chance.choices("0123456789", k=7))
    return caller[-LIMITS.call_code_digits :], printed_phone(caller), "Пропущенный звонок"


def _refuse_early(seconds_left: int) -> None:
    if seconds_left > 0:
        raise ResendTooEarly(seconds_left)


def _tried_line(world: World, channel: Channel) -> tuple[World, bool]:
    """The world after the line was tried, which may have cost time, and whether what is sent will arrive."""
    try:
        return pass_point(world, "phone", channel, LIMITS.patience_seconds), True
    except (PointFailed, PointSilent):
        return world_by_id(world.database, world.id), False


def _age(world: World, code: OneTimeCode) -> float:
    return world.now() - code.sent_at


def _seconds_left(world: World, code: OneTimeCode | None) -> int:
    return 0 if code is None else max(0, round(LIMITS.resend_after_seconds - _age(world, code)))
