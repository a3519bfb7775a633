"""A page with markup as real sites have it, in front of somebody whose eyes are not strict."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Route

from fixtures.browser import launch, launch_arguments
from fixtures.sight.device import Device
from fixtures.sight.eyes.eyes import Eyes
from steps.screens.screen import Screen

SITE = "https://real.example"
PATIENCE_MS = 2_500
LOOKS = """<style>body { font: 16px sans-serif } .big { font-size: 24px } .hand { cursor: pointer }
.over { position: fixed; inset: 0; background: #fff } .dim { position: fixed; inset: 0; background: #0008 }</style>"""

Shows = Callable[..., Screen]


@pytest.fixture(scope="session")
def seeing(tolerant_driver: Playwright) -> Iterator[Browser]:
    """A browser whose pages can be looked at with such eyes."""
    browser = launch(tolerant_driver, launch_arguments(None))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def computer(seeing: Browser) -> Iterator[Device]:
    """A computer of a stand with tolerant eyes, for all tests: each opens a page of its own on it."""
    made = Device("d1", seeing.new_context(), eyes=Eyes(tolerant=True))
    yield made
    made.context.close()


@pytest.fixture
def device(computer: Device) -> Iterator[Device]:
    """The same computer, with nothing remarked yet."""
    computer.wait_at_most(PATIENCE_MS)
    yield computer
    computer.eyes.take()
    computer.eyes.take_pressed()
    computer.context.unroute_all()


@pytest.fixture
def show(device: Device) -> Shows:
    """Opens a page with this body at an address of its own; other pages are given by their addresses."""

    def shown(body: str, **others: str) -> Screen:
        serve(
            device.context, {SITE: body, **{f"https://{name}.example": one for name, one in others.items()}}
        )
        device.page.goto(SITE)
        return Screen(device, lambda: None)

    return shown


def serve(context: BrowserContext, pages: dict[str, str]) -> None:
    """Answer each of these addresses with its page, and everything else on the site with nothing."""

    def answer(route: Route) -> None:
        address = route.request.url.rstrip("/")
        body = f"<!doctype html><meta charset=utf-8><title>Сайт</title>{LOOKS}{pages.get(address, '')}"
        route.fulfill(body=body, content_type="text/html")

    context.route("**/*", answer)
