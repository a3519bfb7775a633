"""Days in fields of any kind: written as Russians do, in three fields or lists, or picked in a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question, selector
from steps.screens.parts import Ground
from steps.screens.tolerance import calendar, choosing
from steps.screens.tolerance.months import month_of, named

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
RUSSIAN = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})(?:\s*г\.?)?")
IN_WORDS = re.compile(r"(\d{1,2})\s+([а-яё]+)\.?,?\s+(\d{4})(?:\s*г\.?)?", re.IGNORECASE)
YEAR_FIRST = re.compile(r"[yгг]{4}", re.IGNORECASE)
A_MOMENT_MS = 1_000
IS_NATIVE = "each => each.matches('input[type=date]')"
TAKES_KEYS = "each => each.localName !== 'input' && each.contains(each.getRootNode().activeElement)"
TAKES_FOCUS = (
    "each => each.localName !== 'input' && (each.focus(), each.getRootNode().activeElement === each)"
)
IS_WRITABLE = "each => each.matches('input, textarea') && !each.readOnly && !each.disabled"
HINT = question("hintOf(root)")


def day_of(text: str) -> date | None:
    """The day that scenarios write so, None of any other text."""
    found = ISO.fullmatch(text)
    return _day(*map(int, found.groups())) if found else None


def read(text: str) -> date | None:
    """The day that a page writes so, None if it is none."""
    one = " ".join(text.split())
    if found := ISO.fullmatch(one):
        return _day(*map(int, found.groups()))
    if found := RUSSIAN.fullmatch(one):
        day, number, year = map(int, found.groups())
        return _day(year, number, day)
    if (found := IN_WORDS.fullmatch(one)) and (month := month_of(found[2])):
        return _day(int(found[3]), month, int(found[1]))
    return None


def held(field: Locator) -> date | None:
    """The day that a field shows, or that three of them show together."""
    if (three := _three(field)) is not None:
        day, month, year = (choosing.shown(part) for part in three)
        return read(f"{day}.{month_of(month) or month}.{year}")
    return next(filter(None, map(read, choosing.shown(field).split("\n"))), None)


def enter(device: Device, grounds: Callable[[], Iterable[Ground]], field: Locator, day: date) -> None:
    """Have this day in the field: by typing it where one can, else part by part, else from its calendar."""
    if field.evaluate(IS_NATIVE):
        field.fill(day.isoformat())
    elif (three := _three(field)) is not None:
        for part, written in zip(three, (_written(day.day), named(day.month), str(day.year)), strict=True):
            _enter_part(device, grounds, part, written)
    elif not (_typed(field, day) if field.evaluate(IS_WRITABLE) else _typed_into_drawing(field, day)):
        calendar.pick(device, grounds, field, day)


def _three(field: Locator) -> list[Locator] | None:
    parts = field.locator(selector("three"))
    return [parts.nth(at) for at in range(3)] if parts.count() == 3 else None


def _enter_part(device: Device, grounds: Callable[[], Iterable[Ground]], part: Locator, written: str) -> None:
    number = month_of(written)
    if part.evaluate(IS_WRITABLE) and not part.evaluate("each => each.matches('[role=combobox]')"):
        part.fill(_written(number) if number else written)
    elif choosing.is_native(part):
        part.select_option(index=part.evaluate(calendar.LINE_OF, calendar.forms(written)))
    elif not _typed_at(part, number or int(written)):
        choosing.choose(device, grounds, part, *calendar.spellings(written))


def _typed_at(part: Locator, number: int) -> bool:
    """Type a number at something that is no field and takes the keys all the same."""
    if part.evaluate(TAKES_FOCUS):
        part.page.keyboard.type(f"{number:02}")
    return choosing.shown(part).lstrip("0") == str(number)


def _typed(field: Locator, day: date) -> bool:
    """Type it as the hint in the field says, or as Russians do; with the dots, or leave them to a mask."""
    year_first = YEAR_FIRST.match(str(field.evaluate(HINT)))
    usual = day.isoformat() if year_first else day.strftime("%d.%m.%Y")
    for written in (usual, "".join(filter(str.isdigit, usual))):
        with suppress(BrowserError):
            field.click(timeout=A_MOMENT_MS)
            field.press("ControlOrMeta+a", timeout=A_MOMENT_MS)
            field.press("Backspace", timeout=A_MOMENT_MS)
            field.press_sequentially(written, timeout=A_MOMENT_MS * 3)
            if held(field) == day:
                field.press("Tab", timeout=A_MOMENT_MS)  # a calendar that has come up goes away
                return held(field) == day
    return False


def _typed_into_drawing(field: Locator, day: date) -> bool:
    """Type it where no field is, only something that takes the keys for one and goes on from part to part."""
    with suppress(BrowserError):
        field.click(timeout=A_MOMENT_MS)
        if field.evaluate(TAKES_KEYS):
            field.page.keyboard.type(day.strftime("%d%m%Y"))
            return held(field) == day
    return False


def _written(number: int) -> str:
    return str(number)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None
