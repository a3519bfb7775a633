"""Hears what a person does in the windows of all devices, in the order in which it was done."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, ElementHandle, Page
from playwright.sync_api import Error as BrowserError

from fixtures.sight.device import Device
from steps.language.parts import Part
from steps.recording.journey import LED, WENT, Journey
from steps.recording.wording import OWN

SAID = "svyazka:heard "
OPENED, CLOSED = "opened", "closed"
HERE = Path(__file__).parent
KEPT = "([page, index]) => window[Symbol.for('svyazka')]?.kept(page, index) ?? null"
LET = "wanted => window[Symbol.for('svyazka')]?.let(wanted)"
SHOW = "text => window[Symbol.for('svyazka')]?.toolbar?.show(text)"
# Nobody knows which of two scripts a page gets first.
BE_LET = """{
    const ear = window[Symbol.for('svyazka')];
    if (ear) ear.let(true); else window[Symbol.for('svyazka:let')] = 1;
}"""


@dataclass(frozen=True)
class Heard:
    """One thing a person did: in which window, to which element, what that is called, and what else is known."""

    what: str
    page: Page
    document: str = ""
    element: int = -1
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()  # of the screen that the element stands in, the likeliest to be named first
    more: dict[str, Any] = field(default_factory=dict, hash=False)
    number: int = 0  # in the order of all that was heard

    @property
    def called(self) -> str:
        """What a person would call the element, as far as it has a name."""
        return self.names[0] if self.names else next(iter(self.more.get("texts", ())), "…")

    def handle(self) -> ElementHandle | None:
        """The element itself, None if it is on the page no more."""
        for frame in self.page.frames:
            with suppress(BrowserError):  # a frame that is just leaving
                if found := frame.evaluate_handle(KEPT, [self.document, self.element]).as_element():
                    return found
        return None


class Ear:
    """Listens to devices; while it is deaf, pages let everything through and nothing is told."""

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        """Hear nothing yet; `people` are those one may go on as: what the strip calls them and what that means."""
        self.heard: deque[Heard] = deque()
        self.count = 0
        self.journeys: dict[Page, Journey] = {}
        self._devices: dict[BrowserContext, Device] = {}
        self._deaf = 0
        strip = (HERE / "toolbar.js").read_text(encoding="utf-8")
        for name, offered in (("WHO", people), ("OWN", OWN)):
            strip = strip.replace(f"{name})", f"{json.dumps(offered, ensure_ascii=False)})")
        self._script = (HERE / "ear.js").read_text(encoding="utf-8") + strip
        self._hushing: list[Any] = []

    @property
    def devices(self) -> list[Device]:
        """All devices that are listened to."""
        return list(self._devices.values())

    def attach(self, device: Device) -> None:
        """Listen to a device, before its first page opens."""
        self._devices[device.context] = device
        device.context.add_init_script(self._script)
        if self._deaf:
            self._hushing.append(device.context.add_init_script(BE_LET))
        device.context.on("console", self._hear)
        device.context.on("page", self._welcome)

    def device_of(self, page: Page) -> Device:
        """The device that a window belongs to."""
        return self._devices[page.context]

    def follow(self, page: Page) -> Journey:
        """Know where a window is led from now on."""
        if page not in self.journeys:
            session = self.device_of(page).session(page)
            self.journeys[page] = Journey(
                session, lambda asked, within: self._note_arrival(page, asked, within)
            )
        return self.journeys[page]

    @contextmanager
    def deaf(self) -> Iterator[None]:
        """Let whatever happens meanwhile happen: it is not the person who does it."""
        self._deaf += 1
        if self._deaf == 1:
            self._hushing = [context.add_init_script(BE_LET) for context in self._devices]
            self._tell_pages(LET, True)
        try:
            yield
        finally:
            self._deaf -= 1
            if not self._deaf:
                self._listen_again()

    def _listen_again(self) -> None:
        for script in self._hushing:
            script.close()
        self._tell_pages(LET, False)
        for page, journey in self.journeys.items():
            if not page.is_closed():
                journey.begin_anew()
        self.heard = deque(each for each in self.heard if each.what not in (LED, WENT, OPENED))

    def show(self, page: Page, text: str) -> None:
        """Say something in the strip on a page."""
        with suppress(BrowserError):
            page.evaluate(SHOW, text)

    def _tell_pages(self, script: str, argument: object) -> None:
        for context in self._devices:
            for page in context.pages:
                tell_frames(page, script, argument)

    def _note_arrival(self, page: Page, asked: bool, within: bool) -> None:
        self._note(Heard(LED if asked else WENT, page, more={"within": within}))

    def _welcome(self, page: Page) -> None:
        self._note(Heard(OPENED, page))
        page.on("close", lambda gone: self._note(Heard(CLOSED, gone)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "debug" and message.text.startswith(SAID) and message.page is not None:
            told = json.loads(message.text.removeprefix(SAID))
            what, document, element = (told.pop(key) for key in ("what", "page", "element"))
            names, parts = tuple(told.pop("names")), tuple(Part(*each) for each in told.pop("parts"))
            self._note(Heard(what, message.page, document, element, names, parts, told))

    def _note(self, heard: Heard) -> None:
        self.count += 1
        self.heard.append(replace(heard, number=self.count))


def tell_frames(page: Page, script: str, argument: object) -> None:
    """Tell a page and all its frames something; one that is just leaving need not know."""
    for frame in page.frames:
        with suppress(BrowserError):
            frame.evaluate(script, argument)
