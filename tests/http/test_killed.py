"""The simulator is killed in the middle of a link, at twenty moments: whole or none, and the person can go on."""

from __future__ import annotations

import os
import random
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from sim_server.domain.database import Database
from sim_server.domain.tables import EnrolmentRow
from sim_server.domain.worlds import failures_of, find_world
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.far import Far
from tests.http.page import Page
from tests.http.ways import GO_ON, JOURNAL, LINK, UNLINK, give_phone, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, PASSWORD, full_name

MOMENTS = 20
NEVER = 10**9
MOST_SCREENS = 8
WHOLE, NONE = (1, 1, 3), (0, 0, 0)  # links, in the log made and not taken back, chats of hers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="здесь процессы не делятся надвое")


class Person(Browser):
    """A browser whose last request can be repeated, as by its button."""

    asked: tuple[str, str, dict[str, str] | None] = "", "GET", None

    def ask(self, method: str, url: str, data: dict[str, str] | None = None) -> TestResponse:
        """Ask, and remember what."""
        self.asked = url, method, data
        return super().ask(method, url, data)

    def reload(self) -> Page:
        """Send the last request again."""
        return self.open(*self.asked)


@dataclass(frozen=True)
class Moments:
    """How many moments there are, and at which of them something is there for good since the one before."""

    number: int
    after_commits: list[int]

    def some(self, wanted: int, seed: int) -> list[int]:
        """So many of them, first those after commits: what is written in two transactions is half there then."""
        chance = random.Random(seed)  # noqa: S311 - repeatable by design
        others = sorted({*range(self.number)} - {*self.after_commits})
        chosen = chance.sample(self.after_commits, min(wanted, len(self.after_commits)))
        return sorted(chosen + chance.sample(others, wanted - len(chosen)))


class Dying:
    """The simulators that die, one after the other."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.http.dying", address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def end(self) -> None:
        self._process.communicate()

    def count(self, person: Person) -> Moments:
        """Let the person press the last button of the way, at a simulator that lives."""
        pid, told = self._press(person, NEVER)
        os.kill(pid, signal.SIGTERM)
        every, *commits = map(int, told.readline().split())
        return Moments(every, [commit + 1 for commit in commits if commit + 1 < every])

    def press(self, person: Person, moment: int) -> None:
        """The same, at a simulator that dies at that moment."""
        pid, _told = self._press(person, moment)
        with suppress(ProcessLookupError):  # a request may have asked less: then it dies when all is done
            os.kill(pid, signal.SIGKILL)

    def _press(self, person: Person, moment: int) -> tuple[int, IO[str]]:
        there, pids = self._process.stdin, self._process.stdout
        assert there is not None
        assert pids is not None
        there.write(f"{moment}\n")
        there.flush()
        port, pid = map(int, pids.readline().split())
        alive, person.client.application = person.client.application, Far(port)
        with suppress(OSError, HTTPException):
            person.submit(GO_ON)
        person.client.application = alive
        return pid, pids


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Where the database is that outlives every simulator."""
    return f"sqlite:///{(tmp_path / 'worlds.sqlite').as_posix()}"


@pytest.fixture
def dying(address: str) -> Iterator[Dying]:
    """Simulators on that database that die."""
    made = Dying(address)
    yield made
    made.end()


@pytest.fixture
def anew(address: str) -> Iterator[Simulator]:
    """A simulator that is there before and after."""
    database = Database(address)
    yield Simulator(database)
    database.close()


@pytest.fixture
def moments() -> int:
    """How many deaths there are."""
    return MOMENTS


@pytest.fixture
def seed(pytestconfig: pytest.Config) -> int:
    """What the moments depend on; printed, and repeated by --moments."""
    said: int | None = pytestconfig.getoption("--moments")
    return secrets.randbelow(2**32) if said is None else said


def test_link_is_whole_or_none_and_can_be_gone_on_with(
    anew: Simulator, dying: Dying, seed: int, moments: int
) -> None:
    print(f"Моменты смерти повторит --moments {seed}")
    world = World(anew, [ANNA])
    person = Person(anew, f"Svyazka/{world.name}.d1")
    reach_last_screen(person, world, ANNA)
    dying.count(person)  # what the first link makes for good, the others find
    begin_anew(person)
    every = dying.count(person)
    assert state_of(world) == WHOLE
    for moment in every.some(moments, seed):
        begin_anew(person)
        assert state_of(world) == NONE
        dying.press(person, moment)
        assert state_of(world) in (WHOLE, NONE), f"moment {moment} of {every.number}"
        go_on(world, person)
        assert state_of(world) == WHOLE, f"moment {moment} of {every.number}"
        assert world.links == {"anna": full_name(ANNA)}
        assert failures_of(find_world(anew.database, world.name)) == []


def begin_anew(person: Person) -> None:
    """Take the link back, and go the way again to its last screen."""
    person.open(f"{JOURNAL}/messages")
    person.submit(UNLINK)
    person.submit("Отвязать")
    person.submit(LINK)
    person.submit("Продолжить в учебном профиле")


def state_of(world: World) -> tuple[int, ...]:
    """What there is of the link."""
    database: Any = world.simulator.database
    own = EnrolmentRow.world_id == find_world(database, world.name).id
    with database.read() as session:
        chats = session.scalar(select(func.count()).select_from(EnrolmentRow).where(own))
    made = len(world.events("linked")) - len(world.events("unlinked"))
    return len(world.links), made, chats


def go_on(world: World, person: Person) -> None:
    """As people do: reload, and where that does not help, begin anew in the journal."""
    world.pass_time(minutes=1)
    if UNLINK in person.reload().buttons:
        return
    if UNLINK in person.open(f"{JOURNAL}/messages").buttons:
        return
    person.submit(LINK)
    for _screen in range(MOST_SCREENS):
        if UNLINK in person.page.buttons:
            return
        answer(world, person)
    raise AssertionError(f"no way on: {person.page.text}")


def answer(world: World, person: Person) -> None:
    """Whatever VK ID asks."""
    heading = person.page.heading
    if heading == "Вход в VK ID":
        give_phone(person, ANNA["phone"])
    elif heading == "Введите пароль":
        person.submit(GO_ON, password=PASSWORD)
    elif heading == "Подтвердите вход":
        person.submit(GO_ON, code=world.code(ANNA["phone"]))
    else:
        person.submit(next(one for one in person.page.buttons if one.startswith(GO_ON)))
