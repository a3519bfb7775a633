"""Lists to choose from and boxes to tick, whatever they are made of: they are pressed, and looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from unicodedata import normalize

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question, selector
from steps.screens.parts import Ground
from steps.screens.thing import Thing
from steps.screens.tolerance.finding import Finding
from steps.screens.tolerance.ladder import OPTION

A_MOMENT_MS = 1_000
IS_TICKED = question("isTicked(root)")
SHOWN = question("held(root)")
IS_CHOSEN = question("isChosen(root, given)")


def is_native(listed: Locator) -> bool:
    """Whether it is a list as browsers have them."""
    return bool(listed.evaluate("each => each.localName === 'select'"))


def choose(device: Device, grounds: Callable[[], Iterable[Ground]], listed: Locator, *written: str) -> None:
    """Press the line, after the list if its lines are not to be seen; raises the browser's TimeoutError.

    It may be written in several ways. What is chosen already stays: to press it would unfold the list again.
    """
    if any(is_chosen(listed, one) for one in written):
        return
    inside = [line for one in written if (line := listed.locator(selector(OPTION, "text", one))).count() == 1]
    if not inside:
        listed.click()
        inside = [Finding(device, grounds).at_hand(_line(written))]
    inside[0].click()


def _line(written: tuple[str, ...]) -> Thing:
    def strictly(ground: Ground) -> Locator:
        return ground.get_by_role("option", name=written[0], exact=True)

    return Thing(strictly, OPTION, written)


def is_ticked(box: Locator) -> bool:
    """Whether it is ticked, as far as its looks tell."""
    return bool(box.evaluate(IS_TICKED))


def shown(field: Locator) -> str:
    """What is to be seen in a field, whatever it is made of."""
    with suppress(BrowserError):
        return normalize("NFC", str(field.evaluate(SHOWN, timeout=A_MOMENT_MS)))
    return ""


def is_chosen(listed: Locator, option: str) -> bool:
    """Whether a list shows this line as the chosen one."""
    return bool(listed.evaluate(IS_CHOSEN, option))
