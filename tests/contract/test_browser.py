"""The browser of a process: one that crashes is replaced, and its end is no verdict on the system."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Playwright

from fixtures.browser import Chromium, Device, launch, launch_arguments
from fixtures.crash import BrowserGone, telling_of_a_crash
from steps.screens.screen import Screen


@pytest.fixture
def fragile(driver: Playwright) -> Iterator[Chromium]:
    """A browser that nobody else uses."""
    started = Chromium(partial(launch, driver, launch_arguments(None)), ignore_certificate_errors=False)
    yield started
    started.browser.close()


def crash(chromium: Chromium) -> None:
    with suppress(BrowserError):
        chromium.browser.new_browser_cdp_session().send("Browser.crash")


def test_crashed_browser_is_replaced_at_the_next_need(fragile: Chromium):
    first = fragile.browser
    assert fragile.browser is first
    crash(fragile)

    page = fragile.context("Svyazka/none.d1").new_page()

    page.set_content("<h1>Снова здесь</h1>")
    assert page.get_by_role("heading").inner_text() == "Снова здесь"
    assert fragile.browser is not first


def test_crash_is_not_taken_for_a_page_that_does_not_open(fragile: Chromium):
    device = Device("d1", fragile.context("Svyazka/none.d1"))
    screen = Screen(device, lambda: None)
    device.page.set_content("<h1>Вход</h1>")
    crash(fragile)

    with pytest.raises(BrowserGone, match="хватает ли машине памяти"):
        screen.open("https://school.permkrai.ru")
    with pytest.raises(BrowserGone), telling_of_a_crash():
        device.page.get_by_role("button").click()
