"""The windows of a recording: which one is turned to, which were opened and closed by hand, where they were led."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from fixtures.sight.device import Device
from fixtures.stand import Stand
from steps.recording.ear import Ear
from steps.recording.entry import Entry, Step, Unsaid
from steps.recording.journey import OPENED_ADDRESS, RELOADED, WENT_BACK, Move
from steps.recording.start import is_empty
from steps.recording.wording import TABS, said

SETTLING_MS = 300  # within that time all tabs of a window that is closed are gone
NOT_SERVED = "chrome-error:"
NO_SITE = "такого сайта на стенде нет"


class Tabs:
    """Says what is done to windows; those that lie beside are none of them."""

    def __init__(self, ear: Ear, stand: Stand) -> None:
        """Know nothing yet but where the sites are."""
        self._ear = ear
        self._stand = stand
        self._closing: set[Page] = set()

    @property
    def any_open(self) -> bool:
        """Whether anything can still be recorded."""
        return any(device.windows.any_open for device in self._ear.devices)

    def follow_all(self) -> None:
        """Know from now on where every window is led."""
        for device in self._ear.devices:
            for page in device.context.pages:
                if device.windows.number_of(page):
                    self._ear.follow(page)

    def turn(self, page: Page) -> Step | None:
        """The step that turns to this window of a device, None where it is in front."""
        windows = self._ear.device_of(page).windows
        if windows.any_open and windows.in_front is page:
            return None
        if windows.is_next_new_window(page):
            return said("new_window")
        return said("turn_to_tab", tab=TABS[(windows.number_of(page) or 1) - 1])

    def opened(self, page: Page) -> list[Entry]:
        """What is to be said of a window that is new."""
        windows = self._ear.device_of(page).windows
        by_hand = windows.number_of(page) is None
        if by_hand:
            windows.adopt(page)
        self._ear.follow(page)
        if not by_hand:
            return []
        return [said("open_tab"), *([opened_address(page.url)] if not is_empty(page.url) else [])]

    def closes_itself(self, page: Page) -> list[Entry]:
        """Remember that it is the page that closes the window; there is nothing to be said of it."""
        self._closing.add(page)
        return []

    def closed(self, page: Page) -> Step | None:
        """The step that says which tab was closed by hand; None if its page did it, or all was closed together."""
        device = self._ear.device_of(page)
        number = device.windows.number_of(page)
        if page in self._closing or number is None or not self._others_stay(device):
            return None
        device.windows.release(page)
        device.view.forget()
        return said("close_tab", tab=TABS[number - 1])

    def _others_stay(self, device: Device) -> bool:
        if device.windows.any_open:
            device.page.wait_for_timeout(SETTLING_MS)
        return device.windows.any_open

    def goes(self, page: Page) -> list[Entry]:
        """Remember that it is the page that goes back or forth; there is nothing to be said of it."""
        self._ear.follow(page).page_asks()
        return []

    def led(self, page: Page) -> list[Entry]:
        """Remember where the page itself has gone; there is nothing to be said of it."""
        self._ear.follow(page).arrive()
        return []

    def went(self, page: Page, within: bool) -> list[Entry]:
        """What is to be said of a window that somebody has led elsewhere."""
        moves = self._ear.follow(page).moves(within)
        return [self._move(each, page) for each in moves if not is_empty(each.address)]

    def _move(self, move: Move, page: Page) -> Entry:
        self._ear.device_of(page).view.forget()
        if move.what == OPENED_ADDRESS:
            address = self._served(move.address) if is_unserved(page) else move.address
            return opened_address(address) if address else Unsaid(f"адрес {move.address}", NO_SITE)
        known = {WENT_BACK: "back", RELOADED: "reload"}
        return (
            said(known[move.what])
            if move.what in known
            else Unsaid("«Вперёд» в браузере", "так сказать нельзя")
        )

    def _served(self, typed: str) -> str:
        """The same address where the stand serves it: a browser takes one without https:// for http://."""
        secure = typed.replace("http://", "https://", 1)
        return secure if secure != typed and self._stand.system_at(secure) else ""


def is_unserved(page: Page) -> bool:
    """Whether nobody has answered where the window was led."""
    return page.url.startswith(NOT_SERVED)


def opened_address(typed: str) -> Step:
    """The step that opens this address, without the slash that the browser adds to a bare host."""
    bare = urlsplit(typed)
    whole = typed if bare.path != "/" or bare.query or bare.fragment else typed.removesuffix("/")
    return said("open", address=whole)
