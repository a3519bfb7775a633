"""A program in the place of a person: walks a journal's way on the second face, with the words that stand there."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Frame, Locator, Page
from playwright.sync_api import Error as BrowserError

from fixtures.residents.reading import Resident
from fixtures.stand import Stand
from reports.comparing.shown import ShownScreen, Way

PATIENCE_SECONDS = 30.0
IN_THE_WAY = ("Хорошо", "Принять", "Принять все", "Понятно")
SIX_DIGITS = re.compile(r"\d{6}")


@dataclass
class Person:
    """Somebody at a browser; `looked` is called when they have looked at a screen."""

    context: BrowserContext
    page: Page
    stand: Stand
    resident: Resident
    looked: Callable[[], None]

    def walk(self, way: Way) -> None:
        """From the front page of the journal to the chats, as the screens of the way come."""
        self.page.goto(self.stand.site(f"journal.{self.resident.journal}"))
        for at, screen in enumerate(way.screens[:-1]):
            self._see(screen.title.text)
            self._answer(screen, after_linking=any(one.screen for one in way.screens[:at]))
        self._see(way.screens[-1].title.text)

    def _answer(self, screen: ShownScreen, after_linking: bool) -> None:
        own, filled = self.resident, {}
        if screen.screen == "phone":
            filled = {"login": own.phone.removeprefix("+7")}
        elif screen.screen == "password":
            filled = {"password": own.vk_password}
        elif screen.screen == "code":
            return self._type_code()
        elif any(one.key == "labels.password" for one in screen.captions):
            filled = {"login": own.login, "password": own.password}
        for name, value in filled.items():
            self._find(lambda ground, name=name: ground.locator(f"input[name={name}]")).fill(value)
        self._press(_pressed(screen, after_linking))
        return None

    def _type_code(self) -> None:
        phone = self.context.new_page()
        phone.goto(f"{self.stand.site('phone')}/{self.resident.phone.removeprefix('+')}")
        message = phone.get_by_text(SIX_DIGITS).last
        code = SIX_DIGITS.findall(message.inner_text())[-1]
        phone.close()
        cell = self._find(lambda ground: ground.locator("input[name=otp-cell], input[name=otp]").first)
        cell.press_sequentially(code)

    def _see(self, title: str) -> None:
        self._find(
            lambda ground: (
                ground.get_by_text(title, exact=True).or_(ground.get_by_role("dialog", name=title)).first
            )
        )
        self.looked()

    def _press(self, caption: str) -> None:
        self._find(lambda ground: _called(ground, caption)).click()

    def _find(self, sought: Callable[[Frame], Locator]) -> Locator:
        """What is sought, wherever it is in front; what stands in the way is sent away."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            for ground in self._grounds():
                try:
                    self._clear(ground)
                    found = sought(ground)
                    if found.count() == 1 and found.is_visible():
                        return found
                except BrowserError:
                    continue
            self.page.wait_for_timeout(50)
        raise AssertionError([page.locator("body").inner_text() for page in self.context.pages])

    def _grounds(self) -> Iterator[Frame]:
        """The newest window and the innermost frame first."""
        for page in reversed([one for one in self.context.pages if not one.is_closed()]):
            yield from reversed(page.frames)

    def _clear(self, ground: Frame) -> None:
        for words in IN_THE_WAY:
            button = ground.get_by_text(words, exact=True)
            if button.count() == 1 and button.is_visible():
                self.looked()
                button.click()


def _called(ground: Frame, caption: str) -> Locator:
    found = ground.get_by_text(caption, exact=True).or_(ground.get_by_title(caption, exact=True))
    every = found.or_(ground.get_by_alt_text(caption, exact=True))
    return every.last


def _pressed(screen: ShownScreen, after_linking: bool) -> str:
    """What leads on from there: by the keys of its words."""
    if screen.screen:
        ends = (f".{screen.screen}.button", f".{screen.screen}.proceed")
    else:
        ends = (
            (".open_messenger",)
            if after_linking
            else (".link", "labels.sign_in", "labels.entrance", ".caption", "labels.settings")
        )
    buttons = [one for one in screen.captions if one.kind == "button"]
    return next(one.text for end in ends for one in buttons if any(key.endswith(end) for key in one.keys))
