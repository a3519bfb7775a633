"""How a part of a screen is found, as a person finds it: a window by its name, a line by its words."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Frame, Locator, Page

from steps.language.parts import HEADING, LINE, WINDOW, Part
from steps.screens.forms import written

Ground = Page | Frame | Locator  # where something may stand
Role = Literal["dialog", "alertdialog", "group", "region", "heading"]
LACKING = {WINDOW: "окна", LINE: "строки", HEADING: "надписи"}


def part_of(whole: Ground, part: Part) -> Locator:
    """What of it is meant; it may be there more than once, or not at all."""
    return {WINDOW: _window, LINE: _line, HEADING: _under}[part.where](whole, part.name)


def _window(whole: Ground, name: str) -> Locator:
    dialogs = whole.get_by_role("dialog").or_(whole.get_by_role("alertdialog"))
    headed = dialogs.filter(has=_named(whole, "heading", name))
    return _named(whole, "dialog", name).or_(_named(whole, "alertdialog", name)).or_(headed)


def _line(whole: Ground, words: str) -> Locator:
    """The innermost line: a list may stand in a line of another one."""
    having = written(words, lambda form: whole.get_by_text(form, exact=True))
    lines = whole.get_by_role("listitem").or_(whole.get_by_role("row")).filter(has=having)
    return lines.filter(has_not=lines)


def _under(whole: Ground, words: str) -> Locator:
    """What is called by these words, or the part of the page whose heading they are."""
    called = _named(whole, "group", words).or_(_named(whole, "region", words))
    return called.or_(_named(whole, "heading", words).locator(".."))


def _named(whole: Ground, role: Role, name: str) -> Locator:
    return written(name, lambda form: whole.get_by_role(role, name=form, exact=True))
