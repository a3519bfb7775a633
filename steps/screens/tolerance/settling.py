"""Waits as a person does before saying what is not there: for answers, for skeletons to fill, for spinners to stop."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from fixtures.sight.device import Device
from fixtures.sight.frames import seen_frames

BUSY_MS = 6_000  # a page that says it is busy for longer is looked at as it is
HERE = Path(__file__).parent
BUSY = (HERE / "busy.js").read_text(encoding="utf-8")  # for a page: `isAnythingBusy(document)`
SETTLED = f"async limit => {{ {BUSY}\n{(HERE / 'settling.js').read_text(encoding='utf-8')} }}"


def settle(device: Device) -> None:
    """Return when the page in front and its frames have come to rest, or soon; one that goes meanwhile is let go."""
    device.requests.await_arrival(device.page)
    device.requests.await_answers()
    with suppress(BrowserError):
        for ground in (device.page.main_frame, *seen_frames(device.page)):
            ground.evaluate(SETTLED, BUSY_MS)
