"""The forms that most tests of defects have: screens in another order, something missing, something else instead.

What a sound world shows is looked up once for all tests that begin alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from sim_server.simulator import Simulator
from tests.defects.consequence import SEED
from tests.defects.walking import at_screen, captions, says, screens
from tests.http.page import Page
from tests.http.world import World
from tests.people import EVERYBODY

Reach = Callable[[World], Page]
Test = Callable[[Simulator], None]


def walks(defect: str, journal: str, owns: str, *shown: str) -> Test:
    """Show that a newcomer of the journal who owns that much meets just these screens, and comes back."""
    return _asked(defect, _way(journal, owns), lambda met: met == [*shown, "back"])


def lacks(defect: str, reach: Reach, *words: str) -> Test:
    """Show that the page has none of these words; a sound one has all."""

    def seen(page: Page) -> bool:
        found = {says(page, one) for one in words}
        assert len(found) == 1, f"some are there, some are not: {page.text}"
        return found == {False}

    return _asked(defect, reach, seen)


def instead(defect: str, reach: Reach, wrong: str, right: str) -> Test:
    """Show that the page has other words where a sound one has the right ones."""
    return _asked(
        defect, reach, lambda page: _either({one for one in (wrong, right) if says(page, one)}, wrong)
    )


def renamed(defect: str, reach: Reach, wrong: str, right: str) -> Test:
    """Show that what can be pressed there is called otherwise; within a sentence the caption does not count."""
    return _asked(defect, reach, lambda page: _either(captions(page) & {wrong, right}, wrong))


def titled(defect: str, journal: str, owns: str, name: str, wrong: str) -> Test:
    """Show that this screen of VK ID has that heading."""
    return _asked(defect, screen(journal, owns, name), lambda page: page.heading == wrong)


@cache
def screen(journal: str, owns: str, name: str) -> Reach:
    """The page of that screen, as a newcomer meets it."""
    return lambda world: at_screen(world, journal, owns, name)[0].page


@cache
def _way(journal: str, owns: str) -> Callable[[World], list[str]]:
    return partial(screens, journal=journal, owns=owns)


def _either(found: set[str], wrong: str) -> bool:
    assert len(found) == 1, f"one of the two should be there: {found}"
    return found == {wrong}


@cache
def _sound(simulator: Simulator, reach: Callable[[World], Any]) -> Any:
    return reach(World(simulator, EVERYBODY, SEED))


def _asked(defect: str, reach: Callable[[World], Any], seen: Callable[[Any], bool]) -> Test:
    def asked(simulator: Simulator) -> None:
        assert seen(_sound(simulator, reach)) is False, "a sound world shows it too"
        assert seen(reach(World(simulator, EVERYBODY, SEED, [defect]))) is True, "the defect does not show"

    vars(asked)["shows"] = defect
    return asked
