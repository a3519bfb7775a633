"""What stands in a person's way on this stand, and how one gets past it: data of the stand, remarked on each time.

What only a person can do, the operator is asked to.
"""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.operator.operator import AskedInVain
from fixtures.sight.device import Device
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance import ladder
from steps.screens.tolerance.finding import Finding

PRESS_MS = 1_000
REMARK = "по дороге встретилось «{}», чтобы идти дальше, нажато «{}»"
POINTED_SECONDS = 2.0  # what a press on a picture does is to be seen by then; more may have to be pressed
POINTS_AT_MOST = 40  # a check may have many pictures to choose from
DONE_AT_MOST = 3  # times a person says so, and the page goes on asking
IN_VAIN = "страница всё ещё просит «{}», хотя оператор ответил на это, и не раз"


class Detours:
    """Gets past what is in front, as the stand says it is done."""

    def __init__(self, device: Device, finding: Finding) -> None:
        """Look at the device by these eyes."""
        self._device = device
        self._finding = finding
        self._asked = Counter[tuple[str, bool]]()  # for which words, and whether it was said to be done then

    def take(self) -> bool:
        """Get past one such thing, if any is in front; say whether there was one."""
        for words in self._device.eyes.asks:
            if self._finding.sees(_words(words)):
                self._have_done(words)
                return True
        for met, pressed in self._device.eyes.detours.items():
            if self._finding.sees(_words(met)) and self._press_all(met, pressed):
                return True
        return False

    def _have_done(self, words: str) -> None:
        """Have the operator do what these words ask for, until the page asks no more; raises AskedInVain."""
        eyes = self._device.eyes
        try:
            while not self._is_over(words, eyes.ask(words)):
                pass
        finally:
            eyes.look_anew()

    def _is_over(self, words: str, said_done: bool) -> bool:
        """Wait for the words to go: nobody is asked again while the page is taking in what was done."""
        now = self._device.eyes.now
        deadline = now() + (self._device.patience_ms / 1000 if said_done else POINTED_SECONDS)
        while self._finding.sees(_words(words)):
            if now() > deadline:
                self._count(words, said_done)
                return False
            self._finding.look_later()
        return True

    def _count(self, words: str, said_done: bool) -> None:
        """Count one more answer that has changed nothing; raises AskedInVain after too many."""
        self._asked[words, said_done] += 1
        if self._asked[words, said_done] >= (DONE_AT_MOST if said_done else POINTS_AT_MOST):
            raise AskedInVain(IN_VAIN.format(words))

    def _press_all(self, met: str, pressed: tuple[str, ...]) -> bool:
        done = [label for label in pressed if self._press(label)]
        if done:
            self._device.eyes.remark(REMARK.format(met, "», «".join(done)))
        return bool(done)

    def _press(self, label: str) -> bool:
        for found in self._finding.seen(_button(label)):
            self._device.prove_allowed("press", label)
            try:
                found.first.click(timeout=PRESS_MS)
            except BrowserError:
                return False  # it is going by itself, or something else is in front of it
            return True
        return False


def _words(words: str) -> Sought:
    return lambda ground: ground.get_by_text(words, exact=True).filter(visible=True)


def _button(label: str) -> Sought:
    def strictly(ground: Ground) -> Locator:
        return ground.get_by_role("button", name=label, exact=True)

    return Thing(strictly, ladder.BUTTON, (label,))
