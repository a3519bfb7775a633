"""Where things stand on a screen: in its corner, in its navigation bar, on one line, within the window."""

from __future__ import annotations

import re
from unicodedata import normalize

from playwright.sync_api import Locator

from fixtures.sight.eyes.engine import question
from steps.screens.finding import button, inside, listed, named, sections
from steps.screens.seeing import Seeing

NAVIGATION = sections("Навигационная панель")
STANDS_LEFT = question("standsLeft(root)")
CORNER_SHARE = 1 / 3  # of the width and of the height: so much of a screen is its corner


class ScreenLayout(Seeing):
    """The screen in front of a person, looked at for where things are."""

    def see_at_top_right(self, label: str) -> None:
        """Return if what is to be pressed stands in the upper right corner of the window."""
        self.see_button(label)
        box, window = self._at_hand(button(label)).bounding_box(), self._page.viewport_size
        assert box is not None
        assert window is not None
        right = box["x"] + box["width"] / 2 >= window["width"] * (1 - CORNER_SHARE)
        top = box["y"] + box["height"] / 2 <= window["height"] * CORNER_SHARE
        if not (right and top):
            self.complain(f"значок «{label}» не в правом верхнем углу")

    def see_navigation(self, sections: str) -> None:
        """Return if the navigation bar has these sections, in this order and no others."""
        with self._complaints.telling(lambda _: self.complain("нет навигационной панели")):
            bar = self._at_hand(NAVIGATION)
        self._have_read()
        texts = self._hands.lines(bar)
        shown = normalize("NFC", " ".join(" ".join(texts).split()))
        if shown != sections:
            otherwise = f"в навигационной панели стоит «{shown}», а не «{sections}»"
            self._complaints.differs(otherwise, "text", sections, shown)

    def see_in_navigation(self, label: str) -> None:
        """Return if what is to be pressed stands in the navigation bar."""
        if self._tolerance is not None:
            self._inside(self._tolerance.at_hand(NAVIGATION)).see_button(label)
            return
        self._wait(inside(NAVIGATION, named("link", label)), f"в навигационной панели нет «{label}»", label)

    def see_list_at_left(self, label: str) -> None:
        """Return if the list of that name stands at the left edge, and all the rest to the right of it."""
        known = named("navigation", label) if self._tolerance is None else listed(label)
        links = self._wait(known, f"нет списка «{label}»", label)
        self._have_read()
        at_left = self._is_at_edge(links) if self._tolerance is None else bool(links.evaluate(STANDS_LEFT))
        if not at_left:
            self.complain(f"список «{label}» не слева")

    def _is_at_edge(self, links: Locator) -> bool:
        box, rest = links.bounding_box(), self._page.get_by_role("main").bounding_box()
        assert box is not None
        assert rest is not None
        return box["x"] <= 0 and box["x"] + box["width"] <= rest["x"]

    def see_it_fits(self) -> None:
        """Return if nothing of the page is wider than the window."""
        self._have_read()
        wide, window = self._page.evaluate("document.scrollingElement.scrollWidth"), self._page.viewport_size
        assert window is not None
        if wide > window["width"]:
            self.complain(f"страница шире окна: {wide} точек против {window['width']}")

    def see_beside(self, text: re.Pattern[str], label: str) -> None:
        """Return if what is to be pressed stands on the line of that text, to its right."""
        otherwise = f"нет надписи «{text.pattern}»"
        said = self._wait(lambda ground: ground.get_by_text(text), otherwise, text.pattern)
        self.see_button(label)
        line, box = said.bounding_box(), self._at_hand(button(label)).bounding_box()
        assert line is not None
        assert box is not None
        level = box["y"] <= line["y"] + line["height"] / 2 <= box["y"] + box["height"]
        if not level or box["x"] < line["x"] + line["width"]:
            self.complain(f"значок «{label}» не на строке «{said.inner_text()}» справа от неё")
