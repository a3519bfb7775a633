"""How things on a screen are found: by role and exact name, then label, then text, as a person knows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import reduce
from typing import Literal, NoReturn, Self
from unicodedata import normalize

from playwright.sync_api import Locator, Page

from fixtures.sight.device import Device
from steps.language.parts import Part
from steps.screens.complaining import Complaints
from steps.screens.parts import LACKING, part_of


def forms_of(text: str) -> list[str]:
    """Return a text with й and ё of one code point, and of two, as some pages write them: to the eye one text."""
    return list(dict.fromkeys((normalize("NFC", text), normalize("NFD", text))))


def in_any_form(text: str) -> str:
    """Return a regular expression for a text, whichever way its letters are put together."""
    return f"(?:{'|'.join(map(re.escape, forms_of(text)))})"


def _over_lines(label: str) -> str | re.Pattern[str]:
    """A label as it may be broken over lines: a `<br>` in it is, as text, not even a blank."""
    words = [re.escape(word) for word in label.split()]
    return re.compile(r"\s*".join(["^", *words, "$"])) if len(words) > 1 else label


Role = Literal["button", "link", "list", "navigation"]


class Front:
    """The tab in front of a person, and what stands on it."""

    def __init__(self, device: Device, prove_alive: Callable[[], None], part: Part | None = None) -> None:
        """Look at the tab in front, or at a part of it; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._part = part
        self._complaints = Complaints(device, prove_alive)

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
            part_of(self._page, part).filter(visible=True).first.wait_for()
        return narrowed

    @property
    def _scope(self) -> Page | Locator:
        return part_of(self._page, self._part) if self._part else self._page

    def _button(self, label: str) -> Locator:
        unfolding = self._written(
            label, lambda name: self._scope.get_by_role("group").get_by_text(name, exact=True)
        )
        named = self._named("button", label).or_(self._named("link", label))
        return named.or_(unfolding).filter(visible=True)

    def _named(self, role: Role, name: str) -> Locator:
        return self._written(name, lambda form: self._scope.get_by_role(role, name=form, exact=True))

    def _labelled(self, label: str) -> Locator:
        return self._written(label, lambda form: self._scope.get_by_label(_over_lines(form), exact=True))

    def _text(self, text: str) -> Locator:
        return self._written(text, lambda form: self._scope.get_by_text(form, exact=True)).filter(
            visible=True
        )

    def _written(self, text: str, found: Callable[[str], Locator]) -> Locator:
        """What is found by a text, in whichever form the page writes it."""
        return reduce(Locator.or_, map(found, forms_of(text)))

    def _field(self, label: str) -> AbstractContextManager[Locator]:
        return self._complaints.lent(self._labelled(label), "field", label)

    def _pressable(self, label: str) -> AbstractContextManager[Locator]:
        return self._complaints.lent(self._button(label), "button", label)
