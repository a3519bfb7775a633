"""What a person's hands do: they look whether the thing did what was meant, and else try it another way."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question
from steps.screens.hands import Hands
from steps.screens.parts import Ground
from steps.screens.tolerance import choosing, dates, typing
from steps.screens.tolerance.reacting import reacting
from steps.screens.tolerance.sending import Sending

LINES = question("linesOf(root).map(words)")
UNSTEADY = "element is not stable"  # an animation that never ends
A_MOMENT_MS = 3_000


class Deft(Hands):
    """Uses controls as they look to a person, whatever they are."""

    def __init__(self, device: Device, grounds: Callable[[], Iterable[Ground]]) -> None:
        """Use what is in front at the device, and what appears on these grounds."""
        super().__init__(device)
        self._grounds = grounds
        self._sending = Sending(device)

    def is_done_already(self, label: str) -> bool:
        """Whether the page has done by itself what this button was for."""
        return self._sending.has_pressed(label)

    def press(self, button: Locator) -> None:
        """Press it and see the page react; what never stands still is pressed where it is."""
        use = button.tap if self._device.handheld else button.click
        with reacting(self._device):
            try:
                use(timeout=A_MOMENT_MS)
            except Impatience as error:
                use(force=UNSTEADY in error.message)

    def fill(self, field: Locator, value: str) -> None:
        """Type this instead of what was there: digit by digit into cells, after what a mask has already written."""
        if day := dates.day_of(value):
            dates.enter(self._device, self._grounds, field, day)
        elif typing.is_code(value):
            with self._sending.watched(value, field):
                typing.enter_code(field, value)
        else:
            typing.enter(field, value)

    def choose(self, listed: Locator, option: str) -> None:
        """Choose this line, of a list that has to be unfolded if need be."""
        if choosing.is_native(listed):
            super().choose(listed, option)
        else:
            choosing.choose(self._device, self._grounds, listed, option)

    def tick(self, box: Locator) -> None:
        """Tick it, if it does not look ticked."""
        if not choosing.is_ticked(box):
            self.press(box)

    def read(self, field: Locator, expected: str) -> str:
        """What the field holds; written otherwise, a phone or a date is the expected one all the same."""
        if day := dates.day_of(expected):
            return expected if dates.held(field) == day else " ".join(choosing.shown(field).split())
        held = choosing.shown(field)
        return expected if typing.is_same(held, expected) else " ".join(held.split())

    def lines(self, listed: Locator) -> list[str]:
        """What each line of a list says, or of what repeats itself like one."""
        return super().lines(listed) or [str(line) for line in listed.evaluate(LINES)]

    def is_chosen(self, listed: Locator, option: str) -> bool:
        """Whether this line is shown as the chosen one."""
        if choosing.is_native(listed):
            return super().is_chosen(listed, option)
        return choosing.is_chosen(listed, option)
