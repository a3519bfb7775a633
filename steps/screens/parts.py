"""How a part of a screen is found, as a person finds it: a window by its name, a line by its words."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from steps.language.parts import HEADING, LINE, WINDOW, Part

LACKING = {WINDOW: "окна", LINE: "строки", HEADING: "надписи"}


def part_of(page: Page, part: Part) -> Locator:
    """What of the page is meant; it may be there more than once, or not at all."""
    return {WINDOW: _window, LINE: _line, HEADING: _under}[part.where](page, part.name)


def _window(page: Page, name: str) -> Locator:
    dialogs = page.get_by_role("dialog").or_(page.get_by_role("alertdialog"))
    headed = dialogs.filter(has=page.get_by_role("heading", name=name, exact=True))
    named = page.get_by_role("dialog", name=name, exact=True)
    return named.or_(page.get_by_role("alertdialog", name=name, exact=True)).or_(headed)


def _line(page: Page, words: str) -> Locator:
    """The innermost line: a list may stand in a line of another one."""
    having = page.get_by_text(words, exact=True)
    lines = page.get_by_role("listitem").or_(page.get_by_role("row")).filter(has=having)
    return lines.filter(has_not=lines)


def _under(page: Page, words: str) -> Locator:
    """What is called by these words, or the part of the page whose heading they are."""
    called = page.get_by_role("group", name=words, exact=True).or_(
        page.get_by_role("region", name=words, exact=True)
    )
    return called.or_(page.get_by_role("heading", name=words, exact=True).locator(".."))
