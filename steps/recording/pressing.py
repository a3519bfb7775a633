"""What was held in a page because it presses something: it is done now, by the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from steps.recording.ear import LET, Ear, Heard, tell_frames
from steps.recording.entry import Step, Unsaid
from steps.recording.stage import Stage
from steps.recording.telling import Teller

AGAIN_MS = 150  # a second press within that time belongs to the first


class Pressing:
    """Presses what a person has pressed."""

    def __init__(self, stage: Stage, ear: Ear, teller: Teller) -> None:
        """Have pressed nothing."""
        self._stage = stage
        self._ear = ear
        self._teller = teller

    def pressed(self, heard: Heard) -> Step | Unsaid:
        """Do what was held, and say it."""
        told = self._teller.pressed(heard, twice=self._comes_again(heard))
        with _let(heard.page):
            return self._press(heard, told)

    def let_through(self, heard: Heard) -> None:
        """Do what was held, where there is nothing to be said of it."""
        if element := heard.handle():
            with _let(heard.page):
                element.click()

    def _press(self, heard: Heard, told: Step | Unsaid) -> Step | Unsaid:
        """Press as the sentence does it, or else the thing itself."""
        if isinstance(told, Step):
            try:
                self._stage.carry_out(told)
                return told
            except AssertionError as mismatch:
                return Unsaid(told.text, str(mismatch))
        if element := heard.handle():
            element.click()
        return told

    def _comes_again(self, heard: Heard) -> bool:
        """Whether it is pressed a second time at once; that is taken along."""
        if heard.more["clicks"]:  # none by the keyboard
            heard.page.wait_for_timeout(AGAIN_MS)
        same = (heard.document, heard.element)
        again = [
            each
            for each in self._ear.heard
            if each.what == "press_again" and (each.document, each.element) == same
        ]
        for each in again:
            self._ear.heard.remove(each)
        return bool(again)


@contextmanager
def _let(page: Page) -> Iterator[None]:
    """Let the page have what was held from it."""
    tell_frames(page, LET, True)
    try:
        yield
    finally:
        if not page.is_closed():
            tell_frames(page, LET, False)
