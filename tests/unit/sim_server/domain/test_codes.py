"""One-time codes: what proves a phone, and when the next one may be sent."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from sim_server.domain.codes import (
    Channel,
    CodeExpired,
    CodeSpent,
    CodeSuperseded,
    CodeWrong,
    ResendTooEarly,
    check_code,
    latest_code,
    resend_in,
    send_code,
)
from sim_server.domain.database import Database
from sim_server.domain.deliveries import messages_of
from sim_server.domain.faults import FaultKind, order_fault
from sim_server.domain.limits import LIMITS
from sim_server.domain.worlds import World, advance_clock, create_world, find_world

PHONE = "+71991111111"
SLACK = 3  # seconds a slow machine may lose


def purpose(world: World) -> str:
    """In the simulator a purpose is an unguessable id; here each world has its own."""
    return f"test {world.name}"


def sent(world: World, channel: Channel = Channel.SMS) -> str:
    send_code(world, purpose(world), PHONE, channel)
    with world.database.read() as session:
        code = latest_code(session, world, purpose(world), PHONE)
    assert code is not None
    return code.code


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"


def test_right_code_proves_the_phone(world: World) -> None:
    check_code(world, purpose(world), PHONE, sent(world))


def test_sms_carries_six_digits_from_vk(world: World) -> None:
    code = sent(world)
    message = messages_of(world, PHONE)[-1]
    assert (len(code), message.kind, message.sender) == (6, "sms", "VK")
    assert f"Код {code} " in message.text


def test_call_carries_the_code_in_its_last_four_digits(world: World) -> None:
    code = sent(world, Channel.CALL)
    message = messages_of(world, PHONE)[-1]
    assert (len(code), message.kind) == (4, "call")
    assert message.sender.replace("-", "").endswith(code)
    assert message.sender.startswith("+7 199 ")
    check_code(world, purpose(world), PHONE, code)


def test_codes_are_repeated_by_the_seed(database: Database) -> None:
    first, second = (sent(create_world(database, seed=5)) for _twin in range(2))
    assert first == second


@pytest.mark.parametrize("typed", ["", "0", "abcdef", "١٢٣٤٥٦"])
def test_wrong_code_is_refused(world: World, typed: str) -> None:
    sent(world)
    with pytest.raises(CodeWrong):
        check_code(world, purpose(world), PHONE, typed)


def test_code_that_was_never_sent_is_wrong(world: World) -> None:
    with pytest.raises(CodeWrong):
        check_code(world, purpose(world), PHONE, "")


def test_code_for_another_phone_or_purpose_is_wrong(world: World) -> None:
    code = sent(world)
    with pytest.raises(CodeWrong):
        check_code(world, purpose(world), "+71992222222", code)
    with pytest.raises(CodeWrong):
        check_code(world, "another purpose", PHONE, code)


def test_code_expires_by_the_world_s_clock(world: World) -> None:
    code = sent(world)
    lifetime = LIMITS.code_lifetime_minutes * 60
    check_code(advance_clock(world, lifetime - 5), purpose(world), PHONE, code)
    with pytest.raises(CodeExpired):
        check_code(advance_clock(world, 10), purpose(world), PHONE, code)


def test_earlier_code_is_superseded(world: World) -> None:
    old = sent(world)
    later = advance_clock(world, LIMITS.resend_after_seconds + 1)
    new = sent(later)
    with pytest.raises(CodeSuperseded):
        check_code(later, purpose(world), PHONE, old)
    check_code(later, purpose(world), PHONE, new)


def test_last_wrong_attempt_spends_the_code(world: World) -> None:
    code = sent(world)
    for _attempt in range(LIMITS.wrong_codes - 1):
        with pytest.raises(CodeWrong):
            check_code(world, purpose(world), PHONE, other_than(code))
    check_code(world, purpose(world), PHONE, code)
    with pytest.raises(CodeSpent):
        check_code(world, purpose(world), PHONE, other_than(code))
    with pytest.raises(CodeSpent):
        check_code(world, purpose(world), PHONE, code)


def test_attempts_of_two_threads_are_all_counted(world: World) -> None:
    code = sent(world)

    def attempt(_number: int) -> str:
        with pytest.raises((CodeWrong, CodeSpent)) as refusal:
            check_code(world, purpose(world), PHONE, other_than(code))
        return refusal.typename

    with ThreadPoolExecutor(2) as pool:
        refusals = list(pool.map(attempt, range(10)))
    assert refusals.count("CodeWrong") == LIMITS.wrong_codes - 1


def test_next_code_waits_for_the_countdown(world: World) -> None:
    sent(world)
    assert resend_in(world, purpose(world), PHONE) == pytest.approx(LIMITS.resend_after_seconds, abs=SLACK)
    nearly = advance_clock(world, LIMITS.resend_after_seconds - 7)
    with pytest.raises(ResendTooEarly) as early:
        send_code(nearly, purpose(world), PHONE, Channel.CALL)
    assert early.value.args == (pytest.approx(7, abs=SLACK),)
    assert len(messages_of(world, PHONE)) == 1
    sent(advance_clock(nearly, 7), Channel.CALL)
    assert len(messages_of(world, PHONE)) == 2


def test_lost_sms_still_starts_the_countdown(world: World) -> None:
    order_fault(world, "phone", "sms", FaultKind.LOST, times=1)
    disturbed = find_world(world.database, world.name)
    send_code(disturbed, purpose(world), PHONE, Channel.SMS)
    assert messages_of(world, PHONE) == []
    after = find_world(world.database, world.name)
    assert resend_in(after, purpose(world), PHONE) == pytest.approx(LIMITS.resend_after_seconds, abs=SLACK)
