"""An error of the simulator's own: the page owns up to it, so that a run can tell it from a finding."""

from typing import Any

import pytest

from fixtures.control import FAILURE
from sim_server.mailbox import app as mailbox
from sim_server.vk_id import endpoints
from tests.http.browser import Browser
from tests.http.ways import GO_ON, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, particulars


def test_page_owns_up_to_it_and_says_what_happened(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_world: object, *, letters: bool) -> list[str]:
        raise LookupError("ящики потеряны")

    monkeypatch.setattr(mailbox, "addresses_reached", break_down)
    page = browser.open("https://mail.svyazka.test/")
    assert (browser.status, page.heading) == (500, FAILURE)
    assert "LookupError: ящики потеряны" in page.text


def failures(world: World) -> list[str]:
    return list(world.api.get(f"{world.path}/failures").json["failures"])


def break_down(*_asked: Any, **_named: Any) -> list[str]:
    raise LookupError("ящики потеряны")


def test_it_is_noted_in_its_world_though_no_screen_shows_it(
    world: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert failures(world) == []
    other = World(world.simulator, [])
    monkeypatch.setattr(mailbox, "addresses_reached", break_down)
    browser.ask("GET", "https://mail.svyazka.test/?part=1")  # as a picture, a script or a beacon would
    assert failures(world) == ["GET https://mail.svyazka.test/: LookupError: ящики потеряны"]
    assert failures(other) == []


def test_it_is_no_silence_of_vk_id_when_the_back_channel_breaks(
    world: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoints, "rules_of", break_down)
    reach_last_screen(browser, world, ANNA)
    page = browser.submit(GO_ON, **particulars(ANNA))
    assert (browser.status, page.heading) == (500, FAILURE)
    (failure,) = failures(world)
    assert "/vk/callback: SystemBroke: /oauth2/auth: LookupError: ящики потеряны" in failure


def test_faults_that_a_world_has_ordered_are_no_failures(world: World, browser: Browser) -> None:
    world.disturb("vk_id", "exchange", "error")
    reach_last_screen(browser, world, ANNA)
    browser.submit(GO_ON, **particulars(ANNA))
    world.disturb("mailbox", "page", "error")
    browser.open("https://mail.svyazka.test/")
    assert (browser.status, failures(world)) == (503, [])
