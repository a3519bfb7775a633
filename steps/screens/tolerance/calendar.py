"""A calendar that comes up when a field is pressed: leafed through to the month, and pressed on the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question, selector
from steps.screens.parts import Ground
from steps.screens.tolerance.finding import Finding
from steps.screens.tolerance.months import month_of, named

HEAD = question("calendarHead(root)")
LINE_OF = """(list, forms) => [...list.options].findIndex(
    line => forms.includes(line.textContent.trim().toLowerCase().replace(/^0/, '')))"""
MONTH_AND_YEAR = re.compile(r"([а-яё]+)\.?,?\s*(\d{4})|(\d{1,2})[./](\d{4})", re.IGNORECASE)
MOST_PAGES = 1_500  # more months than anybody lives


def forms(written: str) -> list[str]:
    """How a line of a list of days, months or years may be written."""
    month = None if written.isdigit() else month_of(written)
    names = [named(month).lower(), named(month).lower()[:3], str(month)] if month else []
    if month:
        name = names[0]
        names.append(name[:-1] + "я" if name[-1] in "ьй" else name + "а")
    return [written.lower().lstrip("0"), *names]


def spellings(written: str) -> list[str]:
    """How somebody who draws a list of their own may have written it: the likeliest first."""
    told = [written, *forms(written)]
    return list(dict.fromkeys([*told, *(one.capitalize() for one in told), written.zfill(2)]))


def pick(device: Device, grounds: Callable[[], Iterable[Ground]], field: Locator, day: date) -> None:
    """Press the day in the calendar of a field; raises the browser's TimeoutError where it has none."""
    finding = Finding(device, grounds)
    if not finding.sees(_calendar):  # it may have come up as soon as somebody was in the field
        field.click()
    found = finding.at_hand(_calendar)
    _turn_by_head(found, day)
    _leaf(found, day)
    found.locator(selector("day", words=str(day.day))).first.click()


def _calendar(ground: Ground) -> Locator:
    return ground.locator(selector("calendar"))


def _turn_by_head(found: Locator, day: date) -> None:
    """Say month and year over the days, as far as fields or lists there ask for them."""
    for at in range((fields := found.locator(selector("head"))).count()):
        if fields.nth(at).evaluate("each => each.localName === 'select'"):
            _choose_in_list(fields.nth(at), day)
        else:
            fields.nth(at).press("ControlOrMeta+a")
            found.page.keyboard.type(str(day.year))


def _choose_in_list(listed: Locator, day: date) -> None:
    for written in (str(day.year), named(day.month)):
        line = listed.evaluate(LINE_OF, forms(written))
        if line >= 0:
            listed.select_option(index=line)
            break


def _leaf(found: Locator, day: date) -> None:
    """Turn pages until the month is there: whole years first, where there are arrows for them."""
    for _page in range(MOST_PAGES):
        ahead = _months_ahead(found, day)
        if not ahead:
            return
        way = ("later" if ahead > 0 else "earlier", abs(ahead) >= 12)
        found.locator(selector("leaf", "years" if way[1] else "months", way[0])).first.click()
    raise Impatience("the calendar does not come to the month")


def _months_ahead(found: Locator, day: date) -> int:
    head = MONTH_AND_YEAR.search(str(found.evaluate(HEAD)))
    month = month_of(head[1] or head[3]) if head else None
    if head is None or month is None:
        raise Impatience("the calendar does not say which month it shows")
    return (day.year - int(head[2] or head[4])) * 12 + day.month - month
