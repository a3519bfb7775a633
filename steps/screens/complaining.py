"""What is said of a screen that is not as it should be: in Russian, with what was there instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as Impatience

from fixtures.control import FAILURE, SimulatorBroke
from fixtures.sight.crash import prove_browser
from fixtures.sight.device import Device
from fixtures.sight.eyes.titles import captions_seen
from fixtures.sight.inventory import BUTTONS, FIELDS, TEXTS, Inventory, spoken_up
from fixtures.sight.mismatch import Mismatch
from fixtures.sight.patience import PatienceSpent
from reports.record.facts import Difference
from steps.screens.barred import why_barred
from steps.screens.stranger import probably_meant

OF_KIND = {"button": BUTTONS, "field": FIELDS, "text": TEXTS}
# As what a person would call a thing that has these words, by its role.
AS_WHAT = {
    **dict.fromkeys(TEXTS, "надпись"),
    **dict.fromkeys(FIELDS, "подпись поля"),
    "alert": "сообщение",
    "status": "сообщение",
    "button": "кнопка",
    "link": "ссылка",
    "heading": "заголовок",
    "tab": "вкладка",
    "img": "картинка",
    "option": "строка в списке",
}
WORDS = {"button": "кнопки", "field": "поля"}
WHICH_ONE = "скажите, где она: «… в строке «…»», «… в окне «…»» или «… под надписью «…»»"
SEVERAL = re.compile(r"resolved to (\d+) elements")  # Playwright's doubt which one was meant
GLANCE_MS = 1_000  # to tell what is not there from what does not answer, after all patience was spent already


class Complaints:
    """Whoever looks at the tab in front and says what is wrong with it."""

    def __init__(self, device: Device, prove_alive: Callable[[], None]) -> None:
        """Speak of the device's screen; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._error: BrowserError | None = None
        self.prove_alive = prove_alive

    @contextmanager
    def telling(self, otherwise: Callable[[str | None], NoReturn]) -> Iterator[None]:
        """Turn the browser's impatience, or its doubt which of several was meant, into our own words.

        They are told how many there are, but only where there are several.
        """
        try:
            yield
        except BrowserError as error:
            self._error = error
            several = SEVERAL.search(error.message)
            if several or isinstance(error, Impatience):
                self._tell(lambda: otherwise(several and several[1]))
            self.prove_alive()
            raise

    def _tell(self, otherwise: Callable[[], NoReturn]) -> None:
        """Say what is wrong; to say it the page is asked once more, and may not answer even that."""
        try:
            otherwise()
        except Impatience as silence:
            self.prove_alive()
            prove_browser(self._device.windows)
            raise Mismatch("страница не отвечает: на ней ничего не найти и не нажать") from silence

    def unfit(self, is_there: Callable[[], bool], several: str | None, kind: str, label: str) -> NoReturn:
        """Fail because what is called so cannot be used: there are several, or none, or it does not answer."""
        what = WORDS[kind]
        if several:
            self.complain(f"из {what} «{label}» не выбрать: их {several}; {WHICH_ONE}")
        if not is_there():
            self.lack(f"нет {what} «{label}»", kind, label)
        if isinstance(self._error, PatienceSpent):  # it was found, and time was over when it was to be used
            raise self._error
        why = why_barred(self._device.page, kind, label)
        self.complain(f"до {what} «{label}» не добраться: видно, но {why or 'не отвечает'}")

    def lack(self, otherwise: str, kind: str, expected: str) -> NoReturn:
        """Fail because something of this kind is not there; name what may stand for it and all of the kind that is."""
        inventory = Inventory(self._device.page)
        present = [*dict.fromkeys([*inventory.names(OF_KIND[kind]), *self._by_looks(kind)])]
        barred = kind in WORDS and expected in present
        if barred and (why := why_barred(self._device.page, kind, expected)):
            self.complain(f"до {WORDS[kind]} «{expected}» не добраться: на странице есть, но {why}")
        elsewhere = _elsewhere(kind, inventory.roles(expected))
        difference = self._difference(kind, expected, present)
        instead = f", возможно, это «{difference.nearest}»" if difference.nearest else ""
        if elsewhere:
            instead = f", такие слова есть, но это {elsewhere}"
        self.complain(f"{otherwise}{instead}; есть: {_listed(present)}", difference)

    def _by_looks(self, kind: str) -> list[str]:
        """What else of this kind tolerant eyes see on the screen."""
        return captions_seen(self._device.page) if self._device.eyes.tolerant and kind == "button" else []

    def wrong_screen(self, title: str) -> NoReturn:
        """Fail because another screen than the one with this heading is in front."""
        screen, texts = self._device.view.name(), Inventory(self._device.page).names(TEXTS)
        says = f"; он говорит: {_listed(said)}" if (said := spoken_up(self._device.page)) else ""
        sentence = f"открыт экран «{screen}», а не «{title}»{says}; на нём: {_listed(texts)}"
        self.fail(sentence, Difference(title, "screen", (screen,), screen, screen))

    def differs(self, otherwise: str, kind: str, expected: str, *present: str) -> NoReturn:
        """Fail because this is there instead of what is expected in the same place."""
        nearest = present[0] if present else None
        self.complain(otherwise, Difference(expected, kind, present, nearest, self._device.view.name()))

    def complain(self, otherwise: str, difference: Difference | None = None) -> NoReturn:
        """Fail with a sentence about this screen, unless the stand is dead."""
        self.fail(f"на экране «{self._device.view.name()}» {otherwise}", difference)

    def fail(self, sentence: str, difference: Difference | None = None) -> NoReturn:
        """Fail with this sentence, unless the stand is dead, or owns up to a failure of its own."""
        self.prove_alive()
        if self._device.windows and self._device.view.name() == FAILURE:
            words = self._device.page.get_by_role("main").inner_text(timeout=GLANCE_MS)
            raise SimulatorBroke(" ".join(words.split())) from None
        unexpected = self._device.dialogs.take_unexpected()
        before = f"; перед этим {unexpected}" if unexpected else ""
        raise Mismatch(f"{sentence}{before}", difference) from None

    def _difference(self, kind: str, expected: str, present: list[str]) -> Difference:
        others = [name for name in present if name != expected]
        nearest = probably_meant(expected, kind, others, self._device.page.title())
        return Difference(expected, kind, tuple(present), nearest, self._device.view.name())


def _elsewhere(kind: str, roles: list[str]) -> str:
    """Say as what else the words are there; a field's own name that is no label of it is a hint inside."""
    if kind == "field" and set(roles) & set(FIELDS):
        return "подсказка в поле, а не подпись к нему"
    others = [role for role in roles if role not in OF_KIND[kind]]
    return ", ".join(dict.fromkeys(AS_WHAT.get(role, "что-то другое") for role in others))


def _listed(names: list[str]) -> str:
    return ", ".join(f"«{name}»" for name in names) or "ничего"
