"""The browser of a process: one that crashes is replaced, and its end is no verdict on the system."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import playwright
import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, Playwright

from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.sight.crash import SIGNS, BrowserCrashed, tell_of_crash
from fixtures.sight.device import Device
from steps.screens.screen import Screen


@pytest.fixture
def fragile(driver: Playwright) -> Iterator[Chromium]:
    """A browser that nobody else uses."""
    started = Chromium(partial(launch, driver, launch_arguments(None)), ignore_certificate_errors=False)
    yield started
    started.close()


def crash(chromium: Chromium) -> None:
    running = chromium.browser
    with suppress(BrowserError):
        running.new_browser_cdp_session().send("Browser.crash")
    assert not running.is_connected()


def kill_unnoticed(chromium: Chromium) -> None:
    """End the browser's process while nobody asks it anything: Playwright goes on believing in it."""
    processes = chromium.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    os.kill(next(one["id"] for one in processes if one["type"] == "browser"), signal.SIGKILL)
    assert chromium.browser.is_connected()


def crash_tab(page: Page) -> None:
    with page.expect_event("crash"), suppress(BrowserError):
        page.goto("chrome://crash")


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

    with pytest.raises(BrowserCrashed, match="хватает ли машине памяти"):
        screen.open("https://school.invalid/")
    with pytest.raises(BrowserCrashed), tell_of_crash():
        device.page.get_by_role("button").click()


def test_crashed_tab_is_not_taken_for_a_page_that_does_not_open(fragile: Chromium):
    device = Device("d1", fragile.context("Svyazka/none.d1"))
    screen = Screen(device, lambda: None)
    device.page.set_content("<h1>Вход</h1>")
    crash_tab(device.page)

    with pytest.raises(BrowserCrashed, match="страница в нём упала"):
        screen.open("https://school.invalid/")
    with pytest.raises(BrowserCrashed), tell_of_crash():
        device.page.get_by_role("button").click()
    with pytest.raises(BrowserCrashed), tell_of_crash():
        device.page.reload()


def test_browser_that_died_unnoticed_is_replaced_too(fragile: Chromium):
    first = fragile.browser
    kill_unnoticed(fragile)

    fragile.context("Svyazka/none.d1").new_page().set_content("<h1>Снова здесь</h1>")

    assert fragile.browser is not first


def test_closing_a_crashed_browser_starts_no_other(driver: Playwright):
    started = []
    chromium = Chromium(lambda: started.append(launch(driver, launch_arguments(None))) or started[-1], False)
    crash(chromium)
    chromium.close()
    assert len(started) == 1


@pytest.mark.parametrize("sign", SIGNS)
def test_sign_of_a_crash_is_still_playwright_s_own_wording(sign: str):
    package = Path(playwright.__file__).parent
    written = [*(package / "driver" / "package" / "lib").rglob("*.js"), *(package / "_impl").glob("*.py")]
    assert any(sign in file.read_text(encoding="utf-8") for file in written)


def test_date_field_is_written_in_the_language_of_its_page(fragile: Chromium):
    page = fragile.context("Svyazka/none.d1").new_page()
    page.set_content('<html lang="ru"><input type="date" value="1992-11-09" aria-label="Дата"></html>')

    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]

    parts = [node["value"]["value"] for node in told if node["role"]["value"] == "spinbutton"]
    assert [int(part) for part in parts] == [9, 11, 1992]
