"""Waits as a person does who has pressed something: until the page reacts, before looking for what comes next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import JSHandle, Page
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.frames import seen_frames

STIRS_WITHIN = 0.4  # seconds; a page that neither writes nor asks for anything has nothing to react with
SHOWS_WITHIN = 1.2  # after the answer to what it has asked for
LOOK_AGAIN_MS = 20


@cache
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


@contextmanager
def reacting(device: Device) -> Iterator[None]:
    """Let something be pressed; return when the page has begun to show what came of it, or soon.

    Otherwise what comes next would be looked for, and found, on a screen that is on its way out.
    """
    page, asked = device.page, device.requests.number
    watches = _watches(page)
    yield
    _await(page, lambda: device.requests.number > asked or _has_reacted(page, watches), STIRS_WITHIN)
    if device.requests.number > asked:
        device.requests.await_answers()
        _await(page, lambda: _has_reacted(page, watches), SHOWS_WITHIN)
    with suppress(BrowserError):
        for watch in watches:
            watch.evaluate("watch => watch.end()")


def _watches(page: Page) -> list[JSHandle]:
    watches = []
    with suppress(BrowserError):
        for ground in (page.main_frame, *seen_frames(page)):
            watches.append(ground.evaluate_handle(_script()))
    return watches


def _has_reacted(page: Page, watches: list[JSHandle]) -> bool:
    """Whether one of the documents that were there shows something else, or is no more."""
    try:
        return page.is_closed() or any(watch.evaluate("watch => watch.reacted()") for watch in watches)
    except BrowserError:
        return True


def _await(page: Page, come: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not come() and time.monotonic() < deadline:
        with suppress(Impatience, BrowserError):
            page.context.wait_for_event("request", timeout=LOOK_AGAIN_MS)
