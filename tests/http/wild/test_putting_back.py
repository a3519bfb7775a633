"""People of a stand are put back by the screens, also when their scenario was interrupted or its process killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.people import Persona
from fixtures.residents.company import Company
from fixtures.residents.keeping import Keeping
from fixtures.residents.reading import Resident, read_people
from fixtures.simulator import Address
from fixtures.stand import load_stand
from fixtures.world import World
from sim_server.server import Listener
from sim_server.wild.face import WildFace
from steps.screens.actor import Actor
from steps.ways import journal, restoring, vk_id

SEED = 7
Enter = Callable[[], World]


@pytest.fixture
def chromium(tolerant_driver: Playwright, face: WildFace) -> Iterator[Chromium]:
    """Browsers that reach the second face and nothing else."""
    listener = Listener(face, 0, face.hosts)
    listener.start()
    arguments = launch_arguments(Address("", listener.port, face.hosts))
    start: Callable[[], Browser] = partial(launch, tolerant_driver, arguments)
    made = Chromium(start, ignore_certificate_errors=True)
    yield made
    made.close()
    listener.stop()


@pytest.fixture
def residents(people: Any, people_file: Path) -> tuple[Resident, ...]:
    """One person, whose profile is linked to nothing: whoever comes next gets the same."""
    fits = [one for one in read_people(people_file) if one.journal == "perm" and not one.robot_check]
    return next((one,) for one in fits if one.situations == ("есть VK ID и учебный профиль",))


@pytest.fixture
def keeping(residents: tuple[Resident, ...], tmp_path: Path) -> Keeping:
    return Keeping.beside(tmp_path / "people.toml", residents, "wild")


@pytest.fixture
def enter(chromium: Chromium, residents: tuple[Resident, ...], keeping: Keeping) -> Enter:
    """Begins a scenario on the second face."""

    def begin() -> World:
        company = Company(residents, keeping, wait_seconds=0)
        world = World(load_stand("wild"), None, chromium, SEED, company=company)
        world.change("me", Persona.with_profile)
        return world

    return begin


def link(world: World) -> None:
    """Have the profile of whoever was taken linked, as a scenario about it does."""
    actor = Actor(world)
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    vk_id.walk_to_the_end(actor)
    journal.see_link(actor)


def is_linked(world: World) -> bool:
    actor = Actor(world)
    journal.sign_in(actor, actor.person.account)
    return journal.is_linked(actor)


def test_whoever_a_killed_process_has_left_is_put_back_before_the_next_scenario(
    enter: Enter, keeping: Keeping
):
    killed, following = enter(), enter()
    link(killed)
    killed.close_computers()
    assert killed.company is not None
    killed.company.leave()  # as the system does with the locks of a process that is no more
    assert [*keeping.debts()] != []
    restoring.collect_debts(following)
    assert keeping.debts() == {}
    assert keeping.known().spent == {}
    assert not is_linked(following)
    following.end()


def test_whoever_was_in_the_middle_of_it_is_put_back_after_an_interruption(enter: Enter, keeping: Keeping):
    stopped = enter()
    link(stopped)
    actor = Actor(stopped)

    def interrupt(label: str, address: str) -> None:
        raise KeyboardInterrupt

    actor.device.actions.about_to = interrupt
    with pytest.raises(KeyboardInterrupt):
        actor.screen.press("Перейти в VK Мессенджер")
    assert [*keeping.debts()] != []
    restoring.put_back(stopped)  # what the actor's fixture does at its end, whatever has ended it
    stopped.end()
    assert keeping.debts() == {}
    assert keeping.known().spent == {}
    following = enter()
    assert not is_linked(following)
    following.end()
