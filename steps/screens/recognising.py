"""Whether a thing on the screen is the very one that a person would find by these words."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as BrowserError

from steps.screens.finding import button, field, heading, message, text, visible
from steps.screens.front import Front
from steps.screens.thing import Sought

# What unfolds is found by the words in it: those may be a part of it, or all there is.
SAME = "(found, meant) => found === meant || found.closest('summary') === meant"
AMONG = "(found, meant) => found.some(each => each.contains(meant) || meant.contains(each))"


class Recognising(Front):
    """The screen in front of a person, for whoever wants to call things on it by their names."""

    def is_pressed_as(self, label: str, element: ElementHandle) -> bool:
        """Whether pressing what has this name presses the element."""
        return self._is_the_one(button(label), element)

    def is_field(self, label: str, element: ElementHandle) -> bool:
        """Whether the field of this name is the element."""
        return self._is_the_one(field(label), element)

    def is_heading(self, title: str, element: ElementHandle) -> bool:
        """Whether the element is the heading of the screen, and it is this."""
        return self._is_the_one(heading(title), element)

    def says_message(self, words: str, element: ElementHandle) -> bool:
        """Whether the element belongs to a message with this text."""
        return self._is_among(visible(message(words)), element)

    def says(self, words: str, element: ElementHandle) -> bool:
        """Whether the element belongs to what can be seen as exactly this text."""
        return self._is_among(text(words), element)

    def _is_the_one(self, sought: Sought, element: ElementHandle) -> bool:
        found = [one for ground in self._grounds() if (one := sought(ground)).count()]
        return len(found) == 1 and found[0].count() == 1 and _holds(found[0].evaluate, SAME, element)

    def _is_among(self, sought: Sought, element: ElementHandle) -> bool:
        return any(_holds(sought(ground).evaluate_all, AMONG, element) for ground in self._grounds())


def _holds(evaluate: Callable[[str, object], object], claim: str, element: ElementHandle) -> bool:
    """Whether a claim is true of what was found and the element; of things in two frames none is."""
    try:
        return bool(evaluate(claim, element))
    except BrowserError:
        return False
