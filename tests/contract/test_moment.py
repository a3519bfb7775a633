"""What is looked at and pictured is what a person would see: its letters are there, and it has come where it goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from fixtures.browser import Chromium
from fixtures.sight.device import Device
from fixtures.sight.look import look_at
from fixtures.sight.pictures import Picture, take_picture

HTML = "text/html; charset=utf-8"


@pytest.fixture
def device(chromium: Chromium) -> Iterator[Device]:
    made = Device("d1", chromium.context("Svyazka/none.d1"))
    yield made
    made.context.close()


# Until its font is there, or cannot be had, the heading is not to be seen. The page tells when somebody waits for it.
LETTERS = """<!doctype html><title>Т</title><style>
@font-face { font-family: Own; src: url(/font.woff2); font-display: block }
h1 { font: 40px Own, sans-serif }</style><h1>Вход</h1><script>
const ready = Object.getOwnPropertyDescriptor(FontFaceSet.prototype, "ready").get;
Object.defineProperty(document.fonts, "ready", {get() { fetch("/awaited"); return ready.call(document.fonts) }});
%s</script>"""
NEVER_ENOUGH, ENOUGH_AT_ONCE = "setTimeout = () => 0", "setTimeout = enough => enough()"


def open_page_whose_font_is_slow(device: Device, enough: str) -> list[Route]:
    """Its font comes as soon as somebody waits for it; gives the font's request as long as it is not answered."""
    held: list[Route] = []

    def answer(route: Route) -> None:
        match route.request.url.rpartition("/")[2]:
            case "font.woff2":
                held.append(route)
            case "awaited" if enough == NEVER_ENOUGH:
                route.fulfill(body="")
                held.pop().fulfill(status=404)
            case "":
                route.fulfill(body=LETTERS % enough, content_type=HTML)

    device.page.route("**/*", answer)
    with device.page.expect_request("**/font.woff2"):
        device.page.goto("https://site.test/", wait_until="domcontentloaded")
    return held


def pictured(device: Device) -> Picture:
    return take_picture(device.session(device.page), look_at(device.page))


def test_picture_is_taken_when_the_letters_are_there(device: Device):
    held = open_page_whose_font_is_slow(device, NEVER_ENOUGH)
    picture = pictured(device)
    for route in held:
        route.fulfill(status=404)
    device.page.evaluate("async () => { await ready.call(document.fonts) }")
    assert picture.body == pictured(device).body


def test_font_that_does_not_come_is_not_awaited_for_ever(device: Device):
    held = open_page_whose_font_is_slow(device, ENOUGH_AT_ONCE)
    assert look_at(device.page).screen == "Вход"
    assert len(held) == 1


# Asks again and again, also while it is on its way elsewhere: so each question may be the moment of the answer.
ASKING = """<!doctype html><title>Т</title><h1>Здесь</h1><script>
(async function ask() { await fetch("/now"); ask() })()
</script>"""


class Site:
    """Answers at `/elsewhere` once that is wanted."""

    def __init__(self, page: Page) -> None:
        self._held: list[Route] = []
        self.answering = False
        page.route("**/*", self._answer)
        page.goto("https://site.test/")

    def _answer(self, route: Route) -> None:
        match route.request.url.rpartition("/")[2]:
            case "elsewhere":
                self._held.append(route)
            case "now":
                route.fulfill(body="")
                while self.answering and self._held:
                    self._held.pop().fulfill(body="<h1>Там</h1>", content_type=HTML)
            case "":
                route.fulfill(body=ASKING, content_type=HTML)


def leave(page: Page) -> None:
    """Set out for an address that does not answer yet."""
    with page.expect_request("**/elsewhere"):
        page.evaluate("void setTimeout(() => location.assign('/elsewhere'), 0)")


def test_page_on_its_way_elsewhere_is_awaited(device: Device, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fixtures.sight.requests.ARRIVED_WITHIN", 60.0)  # that it waits, not how long
    site = Site(device.page)
    leave(device.page)
    site.answering = True
    assert device.requests.await_arrival(device.page)
    assert device.page.url == "https://site.test/elsewhere"
    assert not device.requests.await_arrival(device.page)


def test_page_whose_server_is_slow_is_not_awaited_for_ever(device: Device, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fixtures.sight.requests.ARRIVED_WITHIN", 0.1)
    Site(device.page)
    leave(device.page)
    assert device.requests.await_arrival(device.page)
    assert device.page.url == "https://site.test/"
