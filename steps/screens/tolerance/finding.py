"""Finds what strict eyes do not: first as they do, then rung by rung of the ladder, in the page and in its frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Frame, Locator
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.crash import has_closed_itself
from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question, selector
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance.ladder import LADDER, TO_USE, Rung

LOOK_AGAIN_MS = 100
NEW_WINDOW = "дальше всё происходит в новом окне, хотя в сценарии о нём ничего нет"
BAR = "плашка о cookie мешала, её пришлось закрыть"


class Finding:
    """Looks at what is in front of a person, with eyes that are not strict."""

    def __init__(self, device: Device, grounds: Callable[[], Iterable[Ground]]) -> None:
        """Look at these grounds of the device."""
        self._device = device
        self._all_grounds = grounds
        self.get_past: Callable[[], bool] = lambda: False  # what the stand says stands in the way

    def at_hand(self, sought: Sought) -> Locator:
        """What is sought, as soon as it is there; raises the browser's TimeoutError if it comes nowhere in time."""
        now = self._device.eyes.now
        deadline = now() + self._device.patience_ms / 1000
        while True:
            with self._going_on():
                if (found := self._found(sought)) or (found := self._in_new_window(sought)):
                    return found
            if now() > deadline:
                raise Impatience("neither in the page nor in its frames")
            if not self.gets_past():
                self.look_later()

    def count(self, sought: Sought) -> int:
        """How many there are now, found by the first way that finds any; a covered one counts too."""
        return self._number_of(sought, sought)

    def rivals(self, sought: Sought) -> int:
        """How many there are that one could use now."""
        return self._number_of(sought, _free(sought))

    def _number_of(self, sought: Sought, strictly: Sought) -> int:
        grounds = list(self.grounds())
        if number := _sum(strictly, grounds):
            return number
        for _rung, leniently in _rungs(sought):
            if number := _sum(leniently, grounds):
                return number
        return 0

    def way_of(self, sought: Sought) -> Sought:
        """The first way that finds it now: as strict eyes do, or else by a rung."""
        grounds = list(self.grounds())
        ways: list[Sought] = [sought, *(leniently for _, leniently in _rungs(sought))]
        return next((way for way in ways if _sum(way, grounds)), sought)

    def grounds(self) -> Iterator[Ground]:
        """The page in front, then its frames that nothing covers."""
        for ground in self._all_grounds():
            if not isinstance(ground, Frame) or _is_seen(ground):
                yield ground

    def sees(self, sought: Sought) -> bool:
        """Whether it is there now, with nothing in front of it."""
        return next(self.seen(sought), None) is not None

    def seen(self, sought: Sought) -> Iterator[Locator]:
        """Where it is there now, the likeliest first; nothing is remarked on."""
        ways: list[Sought] = [_free(sought), *(leniently for _, leniently in _rungs(sought))]
        for way in ways:
            for ground in self.grounds():
                if _number(found := way(ground), ground):
                    yield found

    def gets_past(self) -> bool:
        """Get past what stands in the way, if anything does."""
        with self._going_on():
            return self._put_bar_away() or self.get_past()
        return True  # the window it stood in is gone

    def look_later(self, milliseconds: float = LOOK_AGAIN_MS) -> None:
        """Let a moment pass."""
        with self._going_on():
            self._device.page.wait_for_timeout(milliseconds)

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """A page that closes its window meanwhile leaves the one before to look at."""
        try:
            yield
        except BrowserError as error:
            if not has_closed_itself(error, self._device.windows):
                raise

    def _in_new_window(self, sought: Sought) -> Locator | None:
        """What is sought, in a window that a page has just opened: whoever sits there has it in front of them."""
        new = self._device.windows.newest_unseen
        if new is None:
            return None
        with self._device.windows.beside(new):
            found = self._found(sought)
        if found is not None:
            self._device.turn_to_new_window()
            self._device.eyes.remark(NEW_WINDOW)
        return found

    def _put_bar_away(self) -> bool:
        """Agree to cookies where a bar about them is in front of what is sought."""
        bar = self._device.page.locator(selector("bar"))
        if not _number(bar, self._device.page):
            return False
        with suppress(BrowserError):
            bar.click(timeout=LOOK_AGAIN_MS * 10)
        self._device.eyes.remark(BAR)
        return True

    def _found(self, sought: Sought) -> Locator | None:
        """What is found now; it is remarked on if strict eyes, at a second look, still do not find it."""
        if found := self._strictly(sought):
            return found
        for rung, leniently in _rungs(sought):
            for ground in self.grounds():
                if _number(found := leniently(ground), ground):
                    if strictly := self._strictly(sought):
                        return strictly
                    self._device.eyes.remark(rung.remark.format(*leniently.words))
                    return found
        return None

    def _strictly(self, sought: Sought) -> Locator | None:
        sifted = _free(sought)
        return next((sifted(ground) for ground in self.grounds() if _number(sifted(ground), ground)), None)


def _free(sought: Sought) -> Sought:
    """It, where nothing lies over it: to be used, or to be seen."""
    sieve = selector("reach" if isinstance(sought, Thing) and sought.kind in TO_USE else "see")
    return lambda ground: sought(ground).locator(sieve)


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
