"""Passwords of VK ID: the counting, the lock-out and its end; one VK ID per phone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError

from sim_server.domain.limits import LIMITS
from sim_server.domain.vk_accounts import (
    PasswordWrong,
    SignInLocked,
    VkAccount,
    account_of_address,
    check_password,
    register_account,
    set_password,
)
from sim_server.domain.worlds import World, advance_clock
from tests import people
from tests.people import kept_of

PHONE, RIGHT = "+71991111111", "Vesna-2026!"
ANNA = kept_of(people.ANNA)


@pytest.fixture(autouse=True)
def registered(world: World) -> None:
    """A VK ID with a password."""
    with world.database.write() as session:
        register_account(session, world, PHONE, ANNA)
    give_password(world, RIGHT)


def give_password(world: World, password: str) -> None:
    """Sets the password as a recovery does."""
    with world.database.write() as session:
        set_password(session, account(world), password)


def account(world: World) -> VkAccount:
    with world.database.read() as session:
        found = account_of_address(session, world, PHONE)
    assert found is not None
    return found


def fail(world: World, times: int) -> None:
    for _attempt in range(times):
        with pytest.raises((PasswordWrong, SignInLocked)):
            check_password(world, account(world), "wrong")


def test_right_password_opens(world: World) -> None:
    check_password(world, account(world), RIGHT)


def test_wrong_password_is_refused(world: World) -> None:
    with pytest.raises(PasswordWrong):
        check_password(world, account(world), RIGHT.lower())


def test_last_wrong_password_locks_for_the_right_one_too(world: World) -> None:
    fail(world, LIMITS.wrong_passwords - 1)
    with pytest.raises(SignInLocked):
        check_password(world, account(world), "wrong")
    with pytest.raises(SignInLocked):
        check_password(world, account(world), RIGHT)


def test_lock_out_ends_by_the_world_s_clock(world: World) -> None:
    fail(world, LIMITS.wrong_passwords)
    nearly = advance_clock(world, LIMITS.lock_out_hours * 3600 - 5)
    with pytest.raises(SignInLocked):
        check_password(nearly, account(world), RIGHT)
    check_password(advance_clock(nearly, 10), account(world), RIGHT)


def test_counting_begins_anew_after_the_lock_out(world: World) -> None:
    fail(world, LIMITS.wrong_passwords)
    later = advance_clock(world, LIMITS.lock_out_hours * 3600 + 5)
    with pytest.raises(PasswordWrong):
        check_password(later, account(world), "wrong")


def test_right_password_ends_the_counting(world: World) -> None:
    for _round in range(3):
        fail(world, LIMITS.wrong_passwords - 1)
        check_password(world, account(world), RIGHT)


def test_new_password_lifts_the_lock_out(world: World) -> None:
    fail(world, LIMITS.wrong_passwords)
    give_password(world, "Osen-2026!")
    check_password(world, account(world), "Osen-2026!")


def test_account_without_a_password_opens_by_none(world: World) -> None:
    with world.database.write() as session:
        other = register_account(session, world, "+71992222222", ANNA)
    with pytest.raises(PasswordWrong):
        check_password(world, other, "")


def test_wrong_passwords_of_two_threads_are_all_counted(world: World) -> None:
    attempts = LIMITS.wrong_passwords - 1
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: fail(world, 1), range(attempts)))
    assert account(world).wrong_passwords == attempts


def test_phone_has_one_vk_id(world: World) -> None:
    with pytest.raises(IntegrityError), world.database.write() as session:
        register_account(session, world, PHONE, ANNA)


def test_password_is_kept_as_a_hash(world: World) -> None:
    kept = account(world).password_hash
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert RIGHT not in kept
