"""What holds of every walk: whose it is, how long, and that no answer is lost."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest

from sim_server.domain import recoveries, sign_ins
from sim_server.domain.limits import LIMITS
from sim_server.domain.sign_ins import AuthorizationRequest
from sim_server.domain.walks import Walk, WalkUnknown, note_answer
from sim_server.domain.worlds import World, advance_clock
from sim_server.journal.site_file import SITES, read_site

PERM = read_site(SITES / "perm" / "site.toml").vk_id
Load = Callable[[World, str], Walk]


@pytest.fixture(params=["sign-in", "recovery"])
def load(world: World, request: pytest.FixtureRequest) -> Load:
    """Loads the walk that was begun in «here», as it is at that time in that browser."""
    if request.param == "recovery":
        recovery_id = recoveries.begin(world, "here", None)
        return lambda later, browser: recoveries.load(later, recovery_id, browser)
    begun = sign_ins.begin(world, PERM, AuthorizationRequest("https://school.permkrai.ru"), "here", None)
    return lambda later, browser: sign_ins.load(later, {PERM.id: PERM}, begun.id, browser)


def test_walk_of_another_browser_is_not_there(world: World, load: Load) -> None:
    assert load(world, "here").answers == {}
    with pytest.raises(WalkUnknown):
        load(world, "there")


def test_walk_that_takes_too_long_is_not_there_any_more(world: World, load: Load) -> None:
    hours = max(LIMITS.interaction_lifetime_hours, LIMITS.recovery_lifetime_minutes / 60)
    with pytest.raises(WalkUnknown):
        load(advance_clock(world, hours * 3600 + 1), "here")


def test_answers_noted_at_once_are_both_kept(world: World, load: Load) -> None:
    walk, ready = load(world, "here"), Barrier(2)

    def answer(screen: str) -> None:
        ready.wait()
        note_answer(walk, screen, f"to {screen}")

    presses = [Thread(target=answer, args=[screen]) for screen in ("offer", "pet")]
    for press in presses:
        press.start()
    for press in presses:
        press.join()
    assert load(world, "here").answers == {"offer": "to offer", "pet": "to pet"}
