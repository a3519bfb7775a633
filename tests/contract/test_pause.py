"""A stop at a failure: until a person goes on, by whichever way, and nowhere but where there is something to see."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from fixtures import pause
from fixtures.browser import PATIENCE, Chromium
from fixtures.sight.scene import SCENE

LINES = ["Вход", "features/a.feature:7", "Тогда вижу «Стол»", "на экране нет <b>надписи</b>"]


@pytest.fixture
def context(chromium: Chromium) -> Iterator[BrowserContext]:
    """The computer of a scenario that has failed, with its page."""
    made = chromium.context("Svyazka/none.d1")
    made.new_page().set_content("<button onclick=\"this.textContent = 'нажато'\">Стол</button>")
    yield made
    made.close()


class Person:
    """Looks once, does something, and from then on counts the looks."""

    def __init__(self, browser: Browser, act: Any) -> None:
        self.browser, self.act, self.looks = browser, act, 0

    def __call__(self) -> bool:
        self.looks += 1
        return bool(self.act(self.browser.contexts[-1].pages[0])) if self.looks == 1 else False


WAYS = {
    "the button": lambda page: page.get_by_role("button", name="Дальше").click(),
    "the window closed": lambda page: page.close(),
    "Enter": lambda page: True,
}


@pytest.mark.parametrize("way", WAYS)
def test_goes_on_when_told_so_and_leaves_no_window(context: BrowserContext, way: str) -> None:
    browser = context.browser
    assert browser is not None
    before = list(browser.contexts)
    person = Person(browser, WAYS[way])
    pause.hold(browser, LINES, person)
    assert person.looks == 1
    assert browser.contexts == before


def test_tells_what_stopped_and_the_pages_of_the_scenario_stay_alive(context: BrowserContext) -> None:
    browser, [desk] = context.browser, context.pages
    assert browser is not None

    def look(page: Page) -> bool:
        assert all(line in page.locator("body").inner_text() for line in LINES)
        desk.get_by_role("button").click()
        return True

    pause.hold(browser, LINES, Person(browser, look))
    assert desk.get_by_role("button").inner_text() == "нажато"


def test_browser_that_is_gone_is_not_waited_for() -> None:
    class Gone:
        def new_context(self, **_: Any) -> None:
            raise pause.BrowserError("Target page, context or browser has been closed")

    pause.hold(Gone(), LINES, lambda: False)  # type: ignore[arg-type]


STOPS = [("failed", False, True), ("broken", False, True), ("passed", False, False), ("failed", True, False)]


@pytest.mark.parametrize(("status", "repeating", "stops"), STOPS)
def test_stops_where_a_step_ended_badly_the_first_time(
    monkeypatch: pytest.MonkeyPatch, request: Any, status: str, repeating: bool, stops: bool
) -> None:
    held: list[list[str]] = []
    monkeypatch.setattr(pause, "hold", lambda _, lines, __: held.append(lines))
    options = {"pause_at_failure": True}
    config = SimpleNamespace(
        getoption=options.get, stash=request.config.stash, pluginmanager=request.config.pluginmanager
    )
    device = SimpleNamespace(context=SimpleNamespace(browser=SimpleNamespace(is_connected=lambda: True)))
    item = SimpleNamespace(
        config=config,
        stash={SCENE: SimpleNamespace(devices={"me": device})},
        repeating=repeating,
        name="Вход",
        document=SimpleNamespace(uri="features/a.feature"),
        ihook=SimpleNamespace(pytest_svyazka_hidden=lambda item, text: text.replace("Анна", "[скрыто]")),
    )
    step = {"text": "вижу «Стол»", "keyword": "Тогда ", "line": 7}
    left = request.config.stash[PATIENCE]._left
    pause.pytest_svyazka_step_finished(item, step, status, AssertionError("нет Анна"))
    assert held == ([["Вход", "features/a.feature:7", "Тогда вижу «Стол»", "нет [скрыто]"]] if stops else [])
    assert request.config.stash[PATIENCE]._left == left
