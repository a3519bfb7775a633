"""Why what is called so on the screen cannot be used there: it is switched off, or something lies in front of it."""

from __future__ import annotations

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page

from fixtures.sight.eyes.engine import question
from fixtures.sight.eyes.titles import title_in_front
from fixtures.sight.frames import seen_frames
from steps.screens.parts import Ground

# Whether what one hits in the middle of it is it.
IS_FREE = question(
    "(box => holds(root, onTop(box.left + box.width / 2, box.top + box.height / 2)))(root.getBoundingClientRect())"
)
SWITCHED_OFF = "выключено"
COVERED = "перед ним что-то лежит"
COVERED_BY = "перед ним «{}»"


def why_barred(page: Page, kind: str, label: str) -> str:
    """Return why the button or the field of that name cannot be used; empty where nothing is seen to be in its way."""
    try:
        grounds: list[Ground] = [page, *seen_frames(page)]
        found = [one for ground in grounds for one in _called(ground, kind, label).all()]
        if not found:
            return ""
        if not any(one.is_enabled() for one in found):
            return SWITCHED_OFF
        return "" if any(one.evaluate(IS_FREE) for one in found) else _by_what_is_in_front(page)
    except BrowserError:
        return ""  # the page is just being replaced


def _called(ground: Ground, kind: str, label: str) -> Locator:
    named = (
        ground.get_by_label(label, exact=True)
        if kind == "field"
        else ground.get_by_role("button", name=label, exact=True)
        .or_(ground.get_by_role("link", name=label, exact=True))
        .or_(ground.get_by_text(label, exact=True))
    )
    return named.filter(visible=True)


def _by_what_is_in_front(page: Page) -> str:
    title = title_in_front(page)
    return COVERED_BY.format(title) if title else COVERED
