"""Follows a person through all windows and keeps what they saw, screen after screen, as soon as it can be read."""

from __future__ import annotations

import base64
import json
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.frames import seen_frames
from fixtures.sight.masks import worn_by
from fixtures.sight.pictures import PATIENCE_MS, QUALITY
from fixtures.stand import Stand
from reports.record.observation import Observation, SeenAction, SeenCaption, SeenScreen
from steps.observing.hiding import Hiding
from steps.observing.looking import SAID, Sight, attend, is_typing, look
from steps.screens.tolerance.settling import BUSY_MS

FILLED = (
    "input:not(:placeholder-shown, [type=checkbox], [type=radio]), textarea:not(:placeholder-shown), select, "
    "[contenteditable]:not([contenteditable=false i], :empty), "
    ":is([role=textbox], [role=searchbox], [role=spinbutton], [role=combobox]):not(input, textarea, :empty)"
)
BESIDE = ("phone", "mailbox")  # what is read there is nobody's business
LOOK_MS = 250
SETTLED = 2  # looks that see the same: then the screen is there
UNTITLED = 8  # a screen without a title may be one that is still to come
Keep = Callable[[Observation], None]


@dataclass
class _Watched:
    """What the last looks at a window saw, how often it was the same, since when, and whether that is kept."""

    sight: Sight | None = None
    times: int = 0
    kept: bool = False
    since: float = field(default_factory=time.monotonic)

    @property
    def is_there(self) -> bool:
        """Whether it is a screen, and not one that is still to come; what is busy for ever is looked at as it is."""
        if self.sight is None or (self.sight.busy and time.monotonic() - self.since < BUSY_MS / 1000):
            return False
        return self.times >= (SETTLED if self.sight.title else UNTITLED)


class Observer:
    """One observation: `heed` takes in what was done and seen since, `follow` goes on until the windows are closed."""

    def __init__(
        self, context: BrowserContext, stand: Stand, seen: Observation, hiding: Hiding, keep: Keep
    ) -> None:
        """Have seen nothing; `keep` is called with all there is whenever there is more."""
        self.context = context
        self.ended = False
        self._stand = stand
        self._hiding = hiding
        self._keep = keep
        self._seen = seen
        self._told: deque[tuple[Page, str]] = deque()
        self._watched: dict[Page, _Watched] = {}
        self._last: Page | None = None  # in whose window the latest screen was
        attend(context)
        context.on("console", self._hear)

    @property
    def observation(self) -> Observation:
        """All that was seen by now, covered."""
        return replace(
            self._seen,
            situation=self._seen.situation or self._hiding.situation,
            screens=tuple(map(self._covered, self._seen.screens)),
        )

    def heed(self) -> Iterator[SeenScreen]:
        """Take in what was done, then look at each window; give every screen that is new."""
        known = len(self._seen.screens)
        pages = [page for page in self.context.pages if not page.is_closed()]
        self._take_in_all(pages)
        # What is being typed may stand anywhere, and nobody knows it.
        if not any(map(is_typing, pages)):
            for page in pages:
                self._look_at(page)
        for screen in self._seen.screens[known:]:
            yield self._covered(screen)

    def follow(self) -> Iterator[SeenScreen]:
        """Give what is seen, as it is seen, until all windows are closed or `stop` is called."""
        while not self.ended:
            yield from self.heed()
            self._wait()

    def stop(self) -> None:
        """End after the next look."""
        self.ended = True

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "debug" and message.text.startswith(SAID) and message.page is not None:
            self._told.append((message.page, message.text.removeprefix(SAID)))

    def _take_in_all(self, pages: list[Page]) -> None:
        """Learn all that was typed by now, in whichever frame, and only then keep what was done."""
        if not self._told:
            return
        for page in pages:
            is_typing(page, tell=True)
        told = [(page, json.loads(said)) for page, said in self._told]
        self._told.clear()
        for value in dict.fromkeys(value for _, each in told for value in each["values"]):
            self._hiding.learn(value)
        for page, each in told:
            self._take_in(page, each)

    def _take_in(self, page: Page, told: dict[str, Any]) -> None:
        """Keep what was done, on the screen it was done on: that one may be gone by now."""
        sight = Sight.told(told["screen"])
        if sight is not None:
            self._add(page, sight, (SeenAction(told["verb"], told["label"]),))

    def _look_at(self, page: Page) -> None:
        watched = self._watched.setdefault(page, _Watched())
        sight = look(page)
        if sight is None or self._told:  # what was done meanwhile may say what is to be covered
            return
        if sight != watched.sight:
            self._watched[page] = _Watched(sight, 1)
            return
        watched.times += 1
        if not watched.kept and watched.is_there:
            watched.kept = True
            self._add(page, sight, picture=lambda: self._picture(page))

    def _add(
        self,
        page: Page,
        sight: Sight,
        actions: tuple[SeenAction, ...] = (),
        picture: Callable[[], str] = str,
    ) -> None:
        system = self._stand.system_at(sight.address)
        if system in ("", *BESIDE):
            return
        parts = urlsplit(sight.address)
        captions = tuple(SeenCaption(kind, text) for kind, text in sight.captions)
        screen = SeenScreen(
            system, sight.title, f"{parts.scheme}://{parts.netloc}{parts.path}", captions, actions
        )
        screens = self._seen.screens
        if screens and self._last is page and screens[-1].is_still(screen):
            told = replace(screen, picture="" if screens[-1].picture else picture())
            screens = (*screens[:-1], screens[-1].with_more(told))
        else:
            screens = (*screens, replace(screen, picture=picture()))
        self._last = page
        self._seen = replace(self._seen, screens=screens)
        self._keep(self.observation)

    def _picture(self, page: Page) -> str:
        """A picture with everything personal, and all that fields hold, under covers; none where these cannot be."""
        grounds = [page.main_frame, *seen_frames(page)]
        try:
            with worn_by(page, self._hiding.masks):
                body = page.screenshot(
                    type="jpeg",
                    quality=QUALITY,
                    timeout=PATIENCE_MS,
                    mask=[each.locator(FILLED) for each in grounds],
                    mask_color="#555",
                )
        except BrowserError:
            return ""
        return base64.b64encode(body).decode("ascii")

    def _covered(self, screen: SeenScreen) -> SeenScreen:
        """The screen with all texts covered; its picture was taken under covers."""
        text = self._hiding.masks.text
        return replace(
            screen,
            title=text(screen.title),
            address=text(screen.address),
            captions=tuple(SeenCaption(one.kind, text(one.text)) for one in screen.captions),
            actions=tuple(SeenAction(one.verb, text(one.label)) for one in screen.actions),
        )

    def _wait(self) -> None:
        """Return when something is told, or soon."""
        try:
            self.context.wait_for_event("console", lambda said: said.text.startswith(SAID), timeout=LOOK_MS)
        except Impatience:
            pass
        except BrowserError:
            self.ended = True
        self.ended = self.ended or not self.context.pages
