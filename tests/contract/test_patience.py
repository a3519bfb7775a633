"""Nothing that the browser is asked lasts for ever, whatever has become of it; and whoever needs one gets another."""

import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from playwright._impl._sync_base import SyncBase
from playwright.sync_api import Page

from fixtures.browser import PATIENCE, Chromium, Driver, launch_arguments
from fixtures.sight.crash import BrowserCrashed, prove_browser, tell_of_crash
from fixtures.sight.device import Device
from fixtures.sight.patience import Patience, PatienceSpent, Silence
from tests.runner.conftest import ROOT

SHORT_SECONDS = 1.5
ENDLESS = "void setTimeout(() => { for (;;); }, 0)"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixtures.sight.patience.QUESTION_SECONDS", SHORT_SECONDS)


@pytest.fixture
def page(chromium: Chromium) -> Iterator[Page]:
    context = chromium.context("Svyazka/none.d1")
    made = context.new_page()
    made.set_content("<h1>Вечность</h1>")
    yield made
    context.close()


@pytest.mark.parametrize("ask", [Page.content, Page.title, lambda page: page.locator("h1").count()])
def test_question_to_a_page_that_never_answers_is_cut_short(page: Page, ask):
    page.evaluate(ENDLESS)
    with pytest.raises(Silence):
        ask(page)
    page.context.cookies()  # the browser itself goes on


def test_all_questions_of_a_scenario_have_a_limit_together(page: Page, request: pytest.FixtureRequest):
    patience: Patience = request.config.stash[PATIENCE]
    patience.begin(0.5)
    try:
        with pytest.raises(PatienceSpent):
            page.evaluate("() => new Promise(() => {})")
        assert patience.spent
        assert page.evaluate("1 + 1") == 2  # what is wrong can still be told
    finally:
        patience.begin(math.inf)


def test_error_of_playwright_still_names_the_call_and_its_caller(page: Page):
    with pytest.raises(Silence, match="Page.evaluate"):
        page.evaluate("() => new Promise(() => {})")
    with pytest.raises(Exception, match=r"^Locator\.click: Timeout 10ms exceeded"):
        page.locator("h2").click(timeout=10)


def test_every_call_passes_through_one_method():
    assert list(SyncBase._sync.__annotations__) in (["awaitable", "return"], ["asker", "awaitable", "return"])


@pytest.fixture
def fragile(drivers: Driver) -> Iterator[Chromium]:
    """A browser that nobody else uses."""
    started = Chromium(partial(drivers.launch, launch_arguments(None)), ignore_certificate_errors=False)
    yield started
    started.close()


def process_of(chromium: Chromium) -> int:
    told = chromium.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return next(one["id"] for one in told if one["type"] == "browser")


def open_tabs(device: Device) -> None:
    """Open one tab after the other, as long as there is a browser."""
    with tell_of_crash(device.windows):
        try:
            for _ in range(50):
                device.open_tab()
        except Silence:
            prove_browser(device.windows)


@pytest.mark.parametrize("milliseconds", [0, 5, 12, 20, 40])
def test_browser_that_is_killed_while_a_tab_opens_is_a_crash_and_is_replaced(
    fragile: Chromium, milliseconds: int
):
    context, process = fragile.context("Svyazka/none.d1"), process_of(fragile)
    device = Device("d1", context)
    killing = threading.Timer(milliseconds / 1000, os.kill, (process, signal.SIGKILL))
    killing.start()
    with pytest.raises(BrowserCrashed):
        open_tabs(device)
    killing.join()
    fragile.context("Svyazka/none.d2").new_page().set_content("<h1>Снова здесь</h1>")


SOMEBODY_ELSE = """
import os, signal, sys
from functools import partial
import psutil
from fixtures.browser import Chromium, Driver, launch_arguments
from fixtures.sight.patience import Patience

with Patience().keeping_watch():
    drivers = Driver()
    chromium = Chromium(partial(drivers.launch, launch_arguments(None)), False)
    (driver,) = psutil.Process().children()
    driver.kill()
    page = chromium.context("Svyazka/none.d1").new_page()
    page.set_content("<h1>Снова здесь</h1>")
    print(page.title() == "")
    drivers.stop()
"""


def test_driver_that_is_gone_is_replaced_with_its_browser():
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", SOMEBODY_ELSE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("True", 0), done.stderr
    assert time.monotonic() - begun < 60
