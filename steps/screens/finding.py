"""How things on a screen are found: by role and exact name, then label, then text, as a person knows them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import reduce
from typing import Literal, NoReturn

from playwright.sync_api import Locator, Page

from fixtures.sight.device import Device
from steps.screens.complaining import Complaints

TYPED: tuple[Literal["textbox", "combobox"], ...] = ("textbox", "combobox")


class Front:
    """The tab in front of a person, and what stands on it."""

    def __init__(self, device: Device, prove_alive: Callable[[], None]) -> None:
        """Look at the tab in front; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._complaints = Complaints(device, prove_alive)

    def complain(self, otherwise: str) -> NoReturn:
        """Fail with a sentence about this screen, unless the stand is dead."""
        self._complaints.complain(otherwise)

    @property
    def _page(self) -> Page:
        return self._device.page

    def _button(self, label: str) -> Locator:
        named = self._page.get_by_role("button", name=label, exact=True)
        linked = self._page.get_by_role("link", name=label, exact=True)
        unfolding = self._page.get_by_role("group").get_by_text(label, exact=True)
        return named.or_(linked).or_(unfolding).filter(visible=True)

    def _text(self, text: str) -> Locator:
        return self._page.get_by_text(text, exact=True).filter(visible=True)

    def _field(self, label: str) -> AbstractContextManager[Locator]:
        return self._complaints.lent(self._labelled(label), "field", label)

    def _labelled(self, label: str) -> Locator:
        """By its label; or by its name, where the label has a line break in it, which as text is not even a blank."""
        named = (self._page.get_by_role(role, name=label, exact=True) for role in TYPED)
        return reduce(Locator.or_, named, self._page.get_by_label(label, exact=True))

    def _pressable(self, label: str) -> AbstractContextManager[Locator]:
        return self._complaints.lent(self._button(label), "button", label)
