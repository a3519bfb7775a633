"""Pages that send a code by themselves as soon as its last digit is typed: the button beside it is pressed already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page, Request
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import question
from steps.screens.parts import Ground
from steps.screens.tolerance.settling import settle

SENT_WITHIN_MS = 500
REMARK = "код отправился сам, нажимать «{}» не пришлось"
CAPTIONS = question("captions(root.ownerDocument ?? document)")


class Sending:
    """Watches a code being typed."""

    def __init__(self, device: Device, grounds: Callable[[], Iterable[Ground]]) -> None:
        """Watch the pages of the device."""
        self._device = device
        self._grounds = grounds

    def has_pressed(self, label: str) -> bool:
        """Whether the page has sent a code by itself, and this was a button beside it; then it is not any more."""
        pressed = self._device.eyes.take_pressed()
        if label in pressed:
            self._device.eyes.remark(REMARK.format(label))
        return label in pressed

    @contextmanager
    def watched(self, code: str, field: Locator) -> Iterator[None]:
        """Let it be typed; keep which buttons there were if the page has sent it."""
        there, sent = self._captions(), list[Request]()
        digits = code.replace(" ", "").encode()

        def note(request: Request) -> None:
            if digits in (request.post_data_buffer or b"") or digits.decode() in request.url:
                sent.append(request)

        self._device.context.on("request", note)
        try:
            yield
            self._await(sent)
        except BrowserError:
            if not sent and _is_there(field):
                raise
        finally:
            self._device.context.remove_listener("request", note)
        if sent or not _is_there(field):
            settle(self._device)
            self._device.view.forget()
            self._device.eyes.press(there)

    def _await(self, sent: list[Request]) -> None:
        """Give a page that waits for a moment before it sends that moment."""
        if not sent:
            with suppress(Impatience):
                self._device.context.wait_for_event("request", lambda _: bool(sent), timeout=SENT_WITHIN_MS)

    def _captions(self) -> frozenset[str]:
        found: set[str] = set()
        for ground in self._grounds():
            root = ground.main_frame if isinstance(ground, Page) else ground
            found.update(root.evaluate(CAPTIONS))
        return frozenset(found)


def _is_there(field: Locator) -> bool:
    try:
        return field.count() > 0 and field.first.is_visible()
    except BrowserError:
        return False
