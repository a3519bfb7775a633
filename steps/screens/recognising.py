"""Whether a thing on the screen is the very one that a person would find by these words."""

from __future__ import annotations

import re

from playwright.sync_api import ElementHandle, Locator

from steps.screens.finding import Front, in_any_form

SAME = "(found, meant) => found === meant || found.tagName !== 'A' && found.contains(meant) || meant.contains(found)"
AMONG = "(found, meant) => found.some(each => each.contains(meant) || meant.contains(each))"


class Recognising(Front):
    """The screen in front of a person, for whoever wants to call things on it by their names."""

    def is_pressed_as(self, label: str, element: ElementHandle) -> bool:
        """Whether pressing what has this name presses the element."""
        return self._is_the_one(self._button(label), element)

    def is_field(self, label: str, element: ElementHandle) -> bool:
        """Whether the field of this name is the element."""
        return self._is_the_one(self._labelled(label), element)

    def is_heading(self, title: str, element: ElementHandle) -> bool:
        """Whether the element is the heading of the screen, and it is this."""
        heading = self._written(
            title, lambda form: self._page.get_by_role("heading", level=1, name=form, exact=True)
        )
        return self._is_the_one(heading, element)

    def says_message(self, text: str, element: ElementHandle) -> bool:
        """Whether the element belongs to a message with this text."""
        said = self._page.get_by_role("alert").or_(self._page.get_by_role("status"))
        whole = re.compile(rf"^\s*{in_any_form(text)}\s*$")
        return bool(said.filter(has_text=whole, visible=True).evaluate_all(AMONG, element))

    def says(self, text: str, element: ElementHandle) -> bool:
        """Whether the element belongs to what can be seen as exactly this text."""
        return bool(self._text(text).evaluate_all(AMONG, element))

    def _is_the_one(self, sought: Locator, element: ElementHandle) -> bool:
        return sought.count() == 1 and bool(sought.evaluate(SAME, element))
