"""The person at the browser: goes through VK ID's screens as they come, by forms, and is back at the client."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from werkzeug.test import TestResponse

from tests.conformance.served import VK_ID_HOSTS
from tests.http.browser import Browser
from tests.http.own_client import ALLOW
from tests.http.ways import GO_ON
from tests.http.world import World
from tests.people import ANNA, PASSWORD

MOST_SCREENS = 8


class Unwelcome(Exception):
    """VK ID has told the person that it will not serve whoever has sent them."""


class CameBack(Exception):
    """The browser has left VK ID; `address` is where for."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Visitor(Browser):
    """A browser that asks VK ID and nobody else."""

    def ask(self, method: str, url: str, data: dict[str, str] | None = None) -> TestResponse:
        """One request; raises CameBack instead of asking elsewhere."""
        address = urljoin(self.url, url)
        if urlsplit(address).netloc not in VK_ID_HOSTS:
            raise CameBack(address)
        return super().ask(method, url, data)


def come_back(world: World, address: str, person: dict[str, Any] = ANNA) -> str:
    """Sign in with a browser of one's own at the address that a client has given; return where VK ID sends it back."""
    try:
        raise Unwelcome(
            _sign_in(Visitor(world.simulator, f"Svyazka/{world.name}.d1"), world, address, person)
        )
    except CameBack as back:
        return back.address


def _sign_in(browser: Browser, world: World, address: str, person: dict[str, Any]) -> str:
    """Go on until the browser leaves; return what VK ID says where it does not go on."""
    page = browser.open(address)
    for _screen in range(MOST_SCREENS):
        button = ALLOW if ALLOW in page.buttons else GO_ON
        if button not in page.buttons:
            break
        page = browser.submit(button, **_answer(page.form_with(button).values, world, person))
    return page.text


def _answer(fields: dict[str, str], world: World, person: dict[str, Any]) -> dict[str, str]:
    """What the person types where it is asked for."""
    if "code" in fields:
        return {"code": world.code(person["phone"])}
    if "password" in fields:
        return {"password": PASSWORD}
    return {"phone": person["phone"]} if "phone" in fields else {}
