"""Guessing passwords and codes: many guesses at once are judged no oftener than one after the other."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from sim_server.domain import vk_accounts
from sim_server.domain.limits import LIMITS
from sim_server.domain.vk_accounts import PasswordWrong, SignInLocked, check_password, vk_account_by_phone
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, PASSWORD

AT_ONCE = 40


class Judge:
    """Judges passwords, but tells nothing before each of the guesses is here or was turned away."""

    def __init__(self, guesses: int) -> None:
        self.judged: list[str] = []
        self._missing = guesses
        self._changed = threading.Condition()

    def __call__(self, _hash: str, password: str) -> bool:
        with self._changed:
            self.judged.append(password)
        self.come()
        with self._changed:
            assert self._changed.wait_for(lambda: self._missing <= 0, timeout=10)
        return password == PASSWORD

    def come(self) -> None:
        """One guess less to wait for."""
        with self._changed:
            self._missing -= 1
            self._changed.notify_all()


def guess(simulator: Simulator, name: str, password: str) -> str:
    world = find_world(simulator.database, name)
    account = vk_account_by_phone(world, ANNA["phone"])
    assert account is not None
    try:
        check_password(world, account, password)
    except (PasswordWrong, SignInLocked) as refused:
        return type(refused).__name__
    return "in"


def test_forty_guesses_at_once_are_judged_no_oftener_than_five(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, judge = World(simulator, EVERYBODY), Judge(AT_ONCE)
    monkeypatch.setattr(vk_accounts, "password_matches", judge)

    def counted(password: str) -> str:
        told = guess(simulator, world.name, password)
        if password not in judge.judged:
            judge.come()
        return told

    guesses = [*(f"guess {number}" for number in range(AT_ONCE - 1)), PASSWORD]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(counted, guesses))
    assert len(judge.judged) == LIMITS.wrong_passwords
    assert ("in" in told) == (PASSWORD in judge.judged)
