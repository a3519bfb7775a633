"""What stands in a person's way on this stand, and how one gets past it: data of the stand, remarked on each time.

What only a person can do, the operator is asked to.
"""

from __future__ import annotations

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.sight.device import Device
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance import ladder
from steps.screens.tolerance.finding import Finding

PRESS_MS = 1_000
REMARK = "по дороге встретилось «{}», чтобы идти дальше, нажато «{}»"


class Detours:
    """Gets past what is in front, as the stand says it is done."""

    def __init__(self, device: Device, finding: Finding) -> None:
        """Look at the device by these eyes."""
        self._device = device
        self._finding = finding

    def take(self) -> bool:
        """Get past one such thing, if any is in front; say whether there was one."""
        for words in self._device.eyes.asks:
            if self._finding.sees(_words(words)):
                self._device.eyes.ask(words)
                return True
        for met, pressed in self._device.eyes.detours.items():
            if self._finding.sees(_words(met)) and self._press_all(met, pressed):
                return True
        return False

    def _press_all(self, met: str, pressed: tuple[str, ...]) -> bool:
        done = [label for label in pressed if self._press(label)]
        if done:
            self._device.eyes.remark(REMARK.format(met, "», «".join(done)))
        return bool(done)

    def _press(self, label: str) -> bool:
        for found in self._finding.seen(_button(label)):
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
