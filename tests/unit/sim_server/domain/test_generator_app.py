"""The generator app's codes against the examples of RFC 6238, and where a time step begins and ends."""

from base64 import b32encode

import pytest

from sim_server.domain.generator_app import current_code, seconds_left, step_at, step_of

SECRET = b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("at", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")]
)
def test_codes_are_those_of_the_standard(at: int, code: str) -> None:
    assert current_code(SECRET, at) == code


def test_step_lasts_thirty_seconds() -> None:
    assert current_code(SECRET, 30.0) == current_code(SECRET, 59.9) != current_code(SECRET, 60.0)
    assert [seconds_left(at) for at in (30, 59.9, 60)] == [30, 1, 30]


def test_code_is_found_among_the_steps_asked_for_only() -> None:
    now = step_at(1111111109)
    earlier = current_code(SECRET, 1111111109 - 30)
    assert step_of(SECRET, earlier, range(now - 1, now + 2)) == now - 1
    assert step_of(SECRET, earlier, range(now, now + 2)) is None
