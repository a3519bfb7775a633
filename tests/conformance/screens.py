"""The person at a real browser: goes through VK ID's screens in a window, until it leaves VK ID or closes."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from tests.conformance.person import MOST_SCREENS, Unwelcome
from tests.conformance.served import VK_ID_HOSTS
from tests.http.own_client import ALLOW
from tests.http.ways import GO_ON
from tests.http.world import World
from tests.people import ANNA, PASSWORD

ONWARD = re.compile(rf"^({ALLOW}|{GO_ON}|{GO_ON} как {ANNA['first_name']})$")
ANOTHER_PAGE = "() => !window.seen && document.readyState === 'complete'"


def go_through(window: Page, world: World, person: dict[str, Any] = ANNA) -> None:
    """Answer what each screen asks for; raises Unwelcome where none goes on."""
    for _screen in range(MOST_SCREENS):
        if _is_over(window):
            return
        _answer(window, world, person)
    raise Unwelcome(window.inner_text("body"))


def _is_over(window: Page) -> bool:
    return window.is_closed() or urlsplit(window.url).netloc not in VK_ID_HOSTS


def _answer(window: Page, world: World, person: dict[str, Any]) -> None:
    for name, value in {"phone": person["phone"], "password": PASSWORD}.items():
        if window.locator(f"input[name={name}]:visible").count():
            window.fill(f"input[name={name}]", value)
    if window.locator("input[name=code]:visible").count():
        window.fill("input[name=code]", world.code(person["phone"]))
    button = window.get_by_role("button", name=ONWARD)
    if button.count() != 1:
        raise Unwelcome(window.inner_text("body"))
    _press(window, button)


def _press(window: Page, button: Any) -> None:
    """Press and wait for the next page, wherever it is; a window may close instead."""
    try:
        window.evaluate("window.seen = true")
        button.click()
        window.wait_for_function(ANOTHER_PAGE)
    except BrowserError:
        if not window.is_closed():
            raise
