"""Typing into fields that write along: masks that put a «+7 » there, cells of one digit each, fields that reformat."""

from __future__ import annotations

import re
from contextlib import suppress
from unicodedata import normalize

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.sight.eyes.engine import selector

CODE = re.compile(r"\d{4,8}|\d{3} \d{3}")
NUMBER = re.compile(r"[\d\s()+._–-]*\d[\d\s()+._–-]*")  # noqa: RUF001  a dash as masks have it
PREFIX = re.compile(r"\s*\+?\s*7[\s()_–-]*")  # noqa: RUF001  likewise
A_MOMENT_MS = 1_000
IN_USE = "each => each.getRootNode().activeElement === each"
COUNTRY = "+7"
OWN_DIGITS = 10  # of a phone's number, after the country's


def is_code(value: str) -> bool:
    """Whether it is digits as a code has them."""
    return CODE.fullmatch(value) is not None


def is_same(held: str, meant: str) -> bool:
    """Whether a field holds what was meant; of a number only the digits count, however a mask has set them.

    Nothing is typed where there is only what the mask itself has put there.
    """
    if " ".join(held.split()) == " ".join(meant.split()):
        return True
    if not meant.strip():
        return PREFIX.fullmatch(held) is not None
    return bool(NUMBER.fullmatch(meant) and NUMBER.fullmatch(held)) and _digits(held) == _digits(meant)


def enter(field: Locator, value: str) -> None:
    """Have this in the field: at once or, where that comes out otherwise, key by key."""
    if _has_prefix(field, value):
        _after_prefix(field, value)
        if is_same(_held(field), value):
            return
    field.fill(value)
    if value and not is_same(_held(field), value):
        _key_by_key(field, value)


def enter_code(field: Locator, code: str) -> None:
    """Type a code, as one field or cell by cell; the page may be gone before the end."""
    cells = field.locator(selector("cells"))
    if (number := cells.count()) > 1:
        _into_cells(cells, number, [digit for digit in code if digit.isdigit()])
    else:
        enter(field, code)


def _into_cells(cells: Locator, number: int, digits: list[str]) -> None:
    for at in reversed(range(number)):
        if cells.nth(at).input_value():
            cells.nth(at).fill("")
    cells.first.click()
    for at, digit in enumerate(digits[:number]):
        cell = cells.nth(at)
        if not cell.evaluate(IN_USE):  # most pages move on by themselves
            cell.focus()
        cell.page.keyboard.press(digit)


def _has_prefix(field: Locator, value: str) -> bool:
    """Whether a mask has put the country there, or does so as soon as somebody is in the field."""
    is_whole = len(_digits(value)) == OWN_DIGITS and value.lstrip()[:1] in "+78"
    if not NUMBER.fullmatch(value) or not (is_whole or value.lstrip().startswith(COUNTRY)):
        return False
    field.click()
    return PREFIX.fullmatch(_held(field)) is not None


def _after_prefix(field: Locator, value: str) -> None:
    if "_" not in _held(field):  # there the mask itself says where one types
        field.press("End")
    field.press_sequentially(_digits(value))


def _key_by_key(field: Locator, value: str) -> None:
    field.click()
    field.press("ControlOrMeta+a")
    field.press("Backspace")
    already = _held(field)
    field.press_sequentially(
        _digits(value) if PREFIX.fullmatch(already) and NUMBER.fullmatch(value) else value
    )


def _held(field: Locator) -> str:
    """What is in it; of a field that is gone nobody knows."""
    with suppress(BrowserError):
        return normalize("NFC", field.input_value(timeout=A_MOMENT_MS))
    return ""


def _digits(text: str) -> str:
    """The digits, of a phone's number without the country's; one that begins with it may be too short."""
    digits = re.sub(r"\D", "", text)
    if text.lstrip().startswith(COUNTRY):
        return digits[1:]
    return digits[1:] if len(digits) == OWN_DIGITS + 1 and digits[0] in "78" else digits
