"""What must hold of a recovery whatever happens in its last step."""

from collections.abc import Callable
from typing import NoReturn

import pytest

from sim_server.domain import recoveries
from sim_server.domain.passwords import PasswordUnfit
from sim_server.domain.recoveries import PasswordAsBefore, Recovering
from sim_server.domain.vk_accounts import (
    PasswordWrong,
    account_of_address,
    check_password,
    register_account,
    set_password,
)
from sim_server.domain.walks import note
from sim_server.domain.worlds import World
from tests.people import ANNA, kept_of

PHONE, OLD, NEW = "+71991111111", "Vesna-2026!", "Osen-2026!"
OTHER_PHONE = "+71992222222"


@pytest.fixture
def reloaded(world: World) -> Callable[[], Recovering]:
    """Gives a recovery that has come to its last step, as it is now."""
    with world.database.write() as session:
        account = register_account(session, world, PHONE, kept_of(ANNA))
        set_password(session, account, OLD)
    recovery_id = recoveries.begin(world, "browser", None)
    recoveries.take_phone(recoveries.load(world, recovery_id, "browser"), PHONE)
    return lambda: recoveries.load(world, recovery_id, "browser")


def opens(world: World, password: str) -> bool:
    with world.database.read() as session:
        account = account_of_address(session, world, PHONE)
    assert account is not None
    try:
        check_password(world, account, password)
    except PasswordWrong:
        return False
    return True


def test_failure_in_the_last_step_leaves_the_old_password_and_the_recovery_open(
    world: World, reloaded: Callable[[], Recovering], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> NoReturn:
        raise OSError("no space left")

    monkeypatch.setattr(recoveries, "sign_out_elsewhere", fail)
    with pytest.raises(OSError, match="no space left"):
        recoveries.take_password(reloaded(), NEW, everywhere_else_out=True)
    assert (opens(world, OLD), opens(world, NEW)) == (True, False)
    assert reloaded().finished_at is None


def test_second_password_of_one_recovery_changes_nothing(
    world: World, reloaded: Callable[[], Recovering]
) -> None:
    """Two presses at once: both have loaded the recovery while it was open."""
    first, second = reloaded(), reloaded()
    recoveries.take_password(first, NEW, everywhere_else_out=False)
    recoveries.take_password(second, "Zima-2026!", everywhere_else_out=False)
    assert (opens(world, NEW), opens(world, "Zima-2026!")) == (True, False)


@pytest.mark.parametrize(("password", "refusal"), [(OLD, PasswordAsBefore), ("short", PasswordUnfit)])
def test_unfit_password_leaves_the_recovery_open(
    reloaded: Callable[[], Recovering], password: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        recoveries.take_password(reloaded(), password, everywhere_else_out=False)
    assert reloaded().finished_at is None


@pytest.mark.parametrize(
    "leave",
    [
        recoveries.forget_account,
        lambda case: recoveries.take_phone(case, OTHER_PHONE),
    ],
    ids=["not my account", "another number"],
)
def test_what_was_proven_of_one_account_proves_nothing_of_another(
    world: World, reloaded: Callable[[], Recovering], leave: Callable[[Recovering], None]
) -> None:
    """A person goes back in the browser to the number, and names somebody else's."""
    with world.database.write() as session:
        register_account(session, world, OTHER_PHONE, kept_of(ANNA))
    proven = {"phone_proven": True, "way": "friends", "friends_heard": [PHONE], "way_proven": True}
    note(reloaded(), **proven)
    leave(reloaded())
    left = reloaded()
    assert (left.phone_proven, left.way, left.friends_heard, left.way_proven) == (False, None, [], False)
