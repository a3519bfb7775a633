"""An open page of the messenger asks what is new while somebody can see it, and only then."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from fixtures.browser import Chromium
from fixtures.cast import ME
from fixtures.control import Control
from fixtures.people import Persona
from fixtures.stand import load_stand
from fixtures.world import World
from steps.screens.actor import Actor
from steps.ways import vk_id

HIDE = "state => Object.defineProperty(document, 'hidden', { value: state, configurable: true })"
SHOW_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def page(chromium: Chromium, control: Control) -> Iterator[Page]:
    world = World(load_stand("sim"), control, chromium, 1)
    actor = Actor(world)
    world.change(ME, Persona.linked)
    vk_id.sign_in_to_messenger(actor)
    actor.device.page.clock.install()
    actor.device.page.reload()
    yield actor.device.page
    world.end()


def test_hidden_page_asks_nothing_and_asks_at_once_when_it_is_seen_again(page: Page):
    page.evaluate(HIDE, True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(60_000)
    assert asked == []
    page.evaluate(HIDE, False)
    with page.expect_request("**/news?*"):
        page.evaluate(SHOW_AGAIN)


def test_page_that_is_seen_asks_again_and_again(page: Page):
    for _time in range(2):
        with page.expect_response("**/news?*") as answer:
            page.clock.run_for(2_000)
        assert answer.value.status == 204


def test_nothing_moves_under_a_button_that_is_held_down(page: Page):
    part = page.locator("[data-state]").first.get_attribute("id")
    news = {
        "parts": {part: f"<p id='{part}' data-state='2'>Новое</p>"},
        "messages": "",
        "last": 0,
        "gone": "",
        "over": False,
    }
    page.route("**/news?*", lambda route: route.fulfill(json=news))
    page.mouse.move(1, 1)
    page.mouse.down()
    for _time in range(2):  # the second question comes when the first answer has been dealt with
        with page.expect_response("**/news?*"):
            page.clock.run_for(2_000)
    assert page.get_by_text("Новое").count() == 0
    page.mouse.up()
    page.clock.run_for(2_000)
    page.get_by_text("Новое").wait_for()
