"""Where a window is led by hand: an address that was typed, «Назад», a reload; what its page does itself is no news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession

LED, WENT = "led", "went"  # by its page, by hand
OPENED_ADDRESS, WENT_BACK, WENT_ON, RELOADED = "open", "back", "forward", "reload"


@dataclass(frozen=True)
class Move:
    """How a person has led a window elsewhere, and to which address."""

    what: str
    address: str = ""


class Journey:
    """The history of one window, as the browser keeps it."""

    def __init__(self, session: CDPSession, went: Callable[[bool, bool], None]) -> None:
        """Begin here; `went` is told of each arrival: whether the page has asked for it, whether it is within it."""
        self._session = session
        self._went = went
        self._asked_by_page = False
        self._main = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._entries, self._at = self._history()
        session.on("Page.frameRequestedNavigation", lambda told: self._asked(told["frameId"]))
        session.on("Page.frameNavigated", lambda told: self._arrived(told["frame"]["id"], within=False))
        session.on("Page.navigatedWithinDocument", lambda told: self._arrived(told["frameId"], within=True))
        session.send("Page.enable")

    def begin_anew(self) -> None:
        """Take it as it is now, whoever has led it here."""
        self._asked_by_page = False
        self.arrive()

    def arrive(self) -> None:
        """Take it as it is now: this is no news."""
        self._entries, self._at = self._history()

    def page_asks(self) -> None:
        """Take what comes next for the page's own doing."""
        self._asked_by_page = True

    def moves(self, within: bool) -> list[Move]:
        """What a person has done to get here since the last time; within a page only back and forth."""
        known, before = [entry["id"] for entry in self._entries], self._at
        self._entries, self._at = self._history()
        here = self._entries[self._at]
        if here["id"] not in known:
            if within:
                return []
            typed = here.get("userTypedURL") or here["url"]
            return [Move(OPENED_ADDRESS, typed)]
        steps = known.index(here["id"]) - before
        if steps < 0:
            return [Move(WENT_BACK)] * -steps
        if steps > 0:
            return [Move(WENT_ON)]
        return [] if within else [Move(RELOADED)]

    def _history(self) -> tuple[list[dict[str, Any]], int]:
        told = self._session.send("Page.getNavigationHistory")
        return told["entries"], told["currentIndex"]

    def _asked(self, frame: str) -> None:
        self._asked_by_page = self._asked_by_page or frame == self._main

    def _arrived(self, frame: str, within: bool) -> None:
        if frame != self._main:
            return
        asked, self._asked_by_page = self._asked_by_page, False
        self._went(asked, within)
