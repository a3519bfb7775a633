"""What is on a screen, in words: for the sentence that says what was there instead."""

from __future__ import annotations

import re

from playwright.sync_api import Page

BUTTONS = ("button", "link")
FIELDS = ("textbox", "combobox", "checkbox", "radio", "spinbutton", "searchbox", "listbox")
TEXTS = ("alert", "status", "paragraph", "text", "listitem", "timer")

NAMED = re.compile(r'^\s*- (?P<role>\w+) "(?P<name>(?:[^"\\]|\\.)*)"', re.MULTILINE)
SPOKEN = re.compile(r"^\s*- (?P<role>\w+): (?P<name>.+)$", re.MULTILINE)


class Inventory:
    """The screen's controls and texts, read once from what assistive technology is told."""

    def __init__(self, page: Page) -> None:
        """Read the page as it is now."""
        snapshot = page.aria_snapshot()
        self._found = [
            (match["role"], match["name"].strip("\"'").replace('\\"', '"'))
            for pattern in (NAMED, SPOKEN)
            for match in pattern.finditer(snapshot)
        ]
        labels = {name for role, name in self._found if role in FIELDS}
        self._found = [(role, name) for role, name in self._found if role != "text" or name not in labels]

    @property
    def buttons(self) -> str:
        """The names of everything that can be pressed."""
        return self._listed(BUTTONS)

    @property
    def fields(self) -> str:
        """The names of the fields."""
        return self._listed(FIELDS)

    @property
    def texts(self) -> str:
        """What is written there."""
        return self._listed(TEXTS)

    def _listed(self, roles: tuple[str, ...]) -> str:
        names = dict.fromkeys(name for role, name in self._found if role in roles and name)
        return ", ".join(f"«{name}»" for name in names) or "ничего"
