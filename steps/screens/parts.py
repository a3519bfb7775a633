"""How a part of a screen is found, as a person finds it: a window by its name, a line by its words."""

from __future__ import annotations

from playwright.sync_api import Frame, Locator, Page

from steps.language.parts import HEADING, LINE, WINDOW, Part

Ground = Page | Frame | Locator  # where something may stand
LACKING = {WINDOW: "окна", LINE: "строки", HEADING: "надписи"}


def part_of(whole: Ground, part: Part) -> Locator:
    """What of it is meant; it may be there more than once, or not at all."""
    return {WINDOW: _window, LINE: _line, HEADING: _under}[part.where](whole, part.name)


def _window(whole: Ground, name: str) -> Locator:
    dialogs = whole.get_by_role("dialog").or_(whole.get_by_role("alertdialog"))
    headed = dialogs.filter(has=whole.get_by_role("heading", name=name, exact=True))
    named = whole.get_by_role("dialog", name=name, exact=True)
    return named.or_(whole.get_by_role("alertdialog", name=name, exact=True)).or_(headed)


def _line(whole: Ground, words: str) -> Locator:
    """The innermost line: a list may stand in a line of another one."""
    having = whole.get_by_text(words, exact=True)
    lines = whole.get_by_role("listitem").or_(whole.get_by_role("row")).filter(has=having)
    return lines.filter(has_not=lines)


def _under(whole: Ground, words: str) -> Locator:
    """What is called by these words, or the part of the page whose heading they are."""
    called = whole.get_by_role("group", name=words, exact=True).or_(
        whole.get_by_role("region", name=words, exact=True)
    )
    return called.or_(whole.get_by_role("heading", name=words, exact=True).locator(".."))
