"""The tab in front of a person: where on it things may stand, and how they are waited for and lent to hands."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import NoReturn, Self

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Frame, Locator, Page
from playwright.sync_api import TimeoutError as Impatience

from fixtures.sight.device import Device
from fixtures.sight.frames import seen_frames
from steps.language.parts import Part
from steps.screens.complaining import GLANCE_MS, Complaints
from steps.screens.finding import box, button, choice, field, visible
from steps.screens.hands import Hands
from steps.screens.parts import LACKING, Ground, part_of
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance import ladder
from steps.screens.tolerance.dates import day_of
from steps.screens.tolerance.detours import Detours
from steps.screens.tolerance.finding import Finding
from steps.screens.tolerance.hands import Deft

ALONE_MS = 500  # how soon a frame is noticed that the page has got meanwhile
AMONG_FRAMES_MS = 50


class Front:
    """The tab in front of a person, and what stands on it, in the page itself or in a frame."""

    def __init__(self, device: Device, prove_alive: Callable[[], None], part: Part | None = None) -> None:
        """Look at the tab in front, or at a part of it; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._part = part
        self._complaints = Complaints(device, prove_alive)
        self._narrowed: Locator | None = None  # the part, where it was found by its looks
        self._tolerance = Finding(device, self._grounds) if device.eyes.tolerant else None
        if self._tolerance is not None and (device.eyes.detours or device.eyes.asks):
            self._tolerance.get_past = Detours(device, self._tolerance).take
        self._hands = Deft(device, self._grounds) if device.eyes.tolerant else Hands(device)

    def complain(self, otherwise: str) -> NoReturn:
        """Fail with a sentence about this screen, unless the stand is dead."""
        self._complaints.complain(otherwise)

    @property
    def _page(self) -> Page:
        return self._device.page

    def within(self, part: Part | None) -> Self:
        """The same screen, of which only this part counts; fails where there is no such part."""
        if part is None:
            return self
        narrowed = type(self)(self._device, self._complaints.prove_alive, part)
        lack = f"нет {LACKING[part.where]} «{part.name}»"
        with self._complaints.telling(lambda _: self._complaints.lack(lack, "text", part.name)):
            found = self._at_hand(
                visible(Thing(lambda ground: part_of(ground, part), ladder.PART[part.where], (part.name,)))
            )
        narrowed._narrowed = found if self._tolerance else None
        return narrowed

    def _inside(self, found: Locator) -> Self:
        """The same screen, of which only what was found counts."""
        narrowed = type(self)(self._device, self._complaints.prove_alive, self._part)
        narrowed._narrowed = found
        return narrowed

    def _grounds(self) -> Iterator[Ground]:
        """Where things may be: the page in front, then its frames, or the part of them that is meant."""
        if self._narrowed is not None:
            yield self._narrowed
            return
        wholes: list[Ground] = [self._page, *seen_frames(self._page)]
        yield from [part_of(whole, self._part) for whole in wholes] if self._part else wholes

    def _at_hand(self, sought: Sought) -> Locator:
        """What is sought, where it comes first; raises the browser's TimeoutError if it comes nowhere in time."""
        if self._tolerance is not None:
            return self._tolerance.at_hand(sought)
        deadline = time.monotonic() + self._device.patience_ms / 1000
        while time.monotonic() < deadline:
            grounds = list(self._grounds())
            for ground in grounds:
                if _comes(
                    found := sought(ground), ground, ALONE_MS if len(grounds) == 1 else AMONG_FRAMES_MS
                ):
                    return found
        raise Impatience("neither in the page nor in its frames")

    def _count(self, sought: Sought) -> int:
        """How many there are now, in the page and in its frames."""
        if self._tolerance is not None:
            return self._tolerance.count(sought)
        return sum(sought(ground).count() for ground in self._grounds())

    def _rivals(self, sought: Sought) -> int:
        """How many could be meant by it now."""
        return self._count(sought) if self._tolerance is None else self._tolerance.rivals(sought)

    def _as_found(self, sought: Sought) -> Sought:
        """The way in which it is found now."""
        return sought if self._tolerance is None else self._tolerance.way_of(sought)

    def _is_there(self, sought: Sought) -> bool:
        """Say whether there is one; the page itself may not answer at once."""
        return any(_comes(sought(ground), ground, GLANCE_MS) for ground in self._grounds())

    @contextmanager
    def _lent(self, sought: Sought, kind: str, label: str) -> Iterator[Locator]:
        """Give what is sought, to be used; fail if it cannot be, because there is none, or several."""

        def unfit(several: str | None) -> NoReturn:
            self._complaints.unfit(lambda: self._is_there(sought), several, kind, label)

        with self._complaints.telling(unfit):
            found = self._at_hand(sought)
            if len(self._page.frames) > 1 and (number := self._rivals(sought)) > 1:
                unfit(str(number))
            yield found

    def _field(self, label: str, value: str = "") -> AbstractContextManager[Locator]:
        """The field of that name, for this value: what holds a day need not be a field to the browser."""
        found = field(label)
        return self._lent(replace(found, kind=ladder.DATE) if day_of(value) else found, "field", label)

    def _choice(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(choice(label), "field", label)

    def _box(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(box(label), "field", label)

    def _pressable(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(button(label), "button", label)


def _comes(sought: Locator, ground: Ground, within_ms: float) -> bool:
    """Say whether it is there soon; in a frame that is taken away meanwhile it is not."""
    try:
        sought.first.wait_for(state="attached", timeout=within_ms)
    except Impatience:
        return False
    except BrowserError:
        if isinstance(ground, Frame) and ground.is_detached():
            return False
        raise
    return True
