"""What hands do with what eyes have found: press it, type into it, choose from it, tick it, read what it holds."""

from __future__ import annotations

from unicodedata import normalize

from playwright.sync_api import Locator

from fixtures.sight.device import Device
from steps.screens.forms import has_forms, whole

LEADS_ON = """pressed => pressed.matches('a[href]:not([target], [download])')
    || Boolean(pressed.form) && pressed.type === 'submit'"""


class Hands:
    """Uses controls as the browser knows them: each is what its role says."""

    def __init__(self, device: Device) -> None:
        """Use what is in front at the device."""
        self._device = device

    def is_done_already(self, label: str) -> bool:  # noqa: ARG002  only a page that looser hands watch does it
        """Whether the page has done by itself what this button was for."""
        return False

    def press(self, button: Locator) -> None:
        """Press it, with a mouse or with a finger."""
        if not self._device.handheld:
            button.click()
        elif button.evaluate(LEADS_ON):
            # A tap, unlike a click, does not wait for it.
            with self._device.page.expect_navigation(wait_until="commit"):
                button.tap()
        else:
            button.tap()

    def press_twice(self, button: Locator) -> None:
        """Press it twice, as fast as a hand does."""
        button.dblclick()

    def fill(self, field: Locator, value: str) -> None:
        """Type this instead of what was there."""
        field.fill(value)

    def choose(self, listed: Locator, option: str) -> None:
        """Choose this line."""
        listed.select_option(label=_as_in(listed, option) if has_forms(option) else option)

    def tick(self, box: Locator) -> None:
        """Tick it, if it is not ticked."""
        box.check()

    def read(self, field: Locator, expected: str) -> str:  # noqa: ARG002  looser hands know by it how to read
        """What the field holds."""
        return normalize("NFC", field.input_value())

    def is_chosen(self, listed: Locator, option: str) -> bool:
        """Whether this line is the chosen one."""
        return whole(option).fullmatch(listed.locator("option:checked").inner_text()) is not None


def _as_in(choice: Locator, option: str) -> list[str]:
    """A line of a list as the list writes it; one that is still to come is written in one way throughout."""
    there = choice.get_by_role("option", name=whole(option)).all_text_contents()
    return [normalize("NFC", option), normalize("NFD", option), *(" ".join(text.split()) for text in there)]
