"""One look at a window: what a person reads on the screen in front, asked of the page or of the frame in front."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Frame, Page
from playwright.sync_api import Error as BrowserError

from fixtures.sight.eyes.engine import listen, question, script
from fixtures.sight.eyes.titles import IS_IN_FRONT
from fixtures.sight.frames import seen_frames
from steps.screens.tolerance.settling import BUSY

HERE = Path(__file__).parent
SCREEN = (HERE / "screen.js").read_text(encoding="utf-8")
UNTOLD = "now => window[Symbol.for('svyazka:untold')]?.(now) ?? false"
STATE = "document.readyState === 'loading' || isAnythingBusy(document)"
SIGHT = question(
    f"(() => {{ {SCREEN}\n{BUSY}\nconst seen = sighting(); return seen && {{...seen, busy: {STATE}}}; }})()"
)
SAID = "svyazka:did "


@dataclass(frozen=True)
class Sight:
    """What was read at one moment, as the page has it: nothing of it is covered yet. `busy`: more is to come there."""

    address: str
    title: str
    captions: tuple[tuple[str, str], ...]
    busy: bool = False

    @classmethod
    def told(cls, said: dict[str, Any] | None) -> Sight | None:
        """What a page has said; None where there is nothing to read, or only a calendar."""
        if not said:
            return None
        captions = tuple((one["kind"], one["text"]) for one in said["captions"])
        if not captions and not said["title"]:
            return None
        return cls(said["address"], said["title"], captions, said.get("busy", False))


def attend(context: BrowserContext) -> None:
    """Have all pages of a context tell what is done on them."""
    listen(context)
    context.add_init_script(script(f"{SCREEN}\n{(HERE / 'ear.js').read_text(encoding='utf-8')}"))


def look(page: Page) -> Sight | None:
    """Read the screen in front; None where there is none, or it is just being replaced."""
    try:
        for frame in seen_frames(page):
            if frame.frame_element().evaluate(IS_IN_FRONT):
                return Sight.told(frame.evaluate(SIGHT))
        return Sight.told(page.evaluate(SIGHT))
    except BrowserError:
        return None


def is_typing(page: Page, tell: bool = False) -> bool:
    """Whether somebody is writing something there that is not told yet; it will be soon, or is told now."""
    return True in [_is_typing(ground, tell) for ground in _grounds(page)]


def _is_typing(ground: Frame, tell: bool) -> bool:
    try:
        return bool(ground.evaluate(UNTOLD, tell))
    except BrowserError:  # being replaced, and it has told all as it went
        return False


def _grounds(page: Page) -> list[Frame]:
    try:
        return [page.main_frame, *seen_frames(page)]
    except BrowserError:
        return [page.main_frame]
