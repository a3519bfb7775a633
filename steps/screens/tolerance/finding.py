"""Finds what strict eyes do not: first as they do, then rung by rung of the ladder, in the page and in its frames."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Frame, Locator
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question, selector
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance.ladder import LADDER, TO_USE, Rung

LOOK_AGAIN_MS = 100
BAR = "плашка о cookie мешала, её пришлось закрыть"


class Finding:
    """Looks at what is in front of a person, with eyes that are not strict."""

    def __init__(self, device: Device, grounds: Callable[[], Iterable[Ground]]) -> None:
        """Look at these grounds of the device."""
        self._device = device
        self._all_grounds = grounds

    def at_hand(self, sought: Sought) -> Locator:
        """What is sought, as soon as it is there; raises the browser's TimeoutError if it comes nowhere in time."""
        deadline = time.monotonic() + self._device.patience_ms / 1000
        while True:
            for found, remark in self._found(sought):
                if remark:
                    self._device.eyes.remark(remark)
                return found
            if time.monotonic() > deadline:
                raise Impatience("neither in the page nor in its frames")
            if self._put_bar_away():
                continue
            self._device.page.wait_for_timeout(LOOK_AGAIN_MS)

    def count(self, sought: Sought) -> int:
        """How many there are now, found by the first way that finds any; a covered one counts too."""
        grounds = list(self.grounds())
        if number := _sum(sought, grounds):
            return number
        for _rung, leniently in _rungs(sought):
            if number := _sum(leniently, grounds):
                return number
        return 0

    def grounds(self) -> Iterator[Ground]:
        """The page in front, then its frames that nothing covers."""
        for ground in self._all_grounds():
            if not isinstance(ground, Frame) or _is_seen(ground):
                yield ground

    def _put_bar_away(self) -> bool:
        """Agree to cookies where a bar about them is in front of what is sought."""
        bar = self._device.page.locator(selector("bar"))
        if not _number(bar, self._device.page):
            return False
        with suppress(BrowserError):
            bar.click(timeout=LOOK_AGAIN_MS * 10)
        self._device.eyes.remark(BAR)
        return True

    def _found(self, sought: Sought) -> Iterator[tuple[Locator, str]]:
        grounds = list(self.grounds())
        use = isinstance(sought, Thing) and sought.kind in TO_USE
        sieve = selector("reach" if use else "see")
        for ground in grounds:
            if _number(found := sought(ground).locator(sieve), ground):
                yield found, ""
        for rung, leniently in _rungs(sought):
            for ground in grounds:
                if _number(found := leniently(ground), ground):
                    yield found, rung.remark.format(*leniently.words)


def _rungs(sought: Sought) -> Iterator[tuple[Rung, Thing]]:
    """The ways of finding it leniently, in order, each for each of its words."""
    if not isinstance(sought, Thing):
        return
    for rung in LADDER[sought.kind]:
        for words in sought.words:
            yield rung, Thing(_by(sought.kind, rung.way, words), sought.kind, (words,))


def _by(kind: str, way: str, words: str) -> Sought:
    return lambda ground: ground.locator(selector(kind, way, words))


def _sum(sought: Sought, grounds: list[Ground]) -> int:
    return sum(_number(sought(ground), ground) for ground in grounds)


def _number(found: Locator, ground: Ground) -> int:
    """How many there are; in a frame that is taken away meanwhile there are none."""
    try:
        return found.count()
    except BrowserError:
        if isinstance(ground, Frame) and ground.is_detached():
            return 0
        raise


def _is_seen(frame: Frame) -> bool:
    try:
        return bool(frame.frame_element().evaluate(question("seen(root)")))
    except BrowserError:
        if frame.is_detached():
            return False
        raise
