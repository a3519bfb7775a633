"""What a person does on a screen: opens, presses, types, chooses, goes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Error as BrowserError

from fixtures.sight.crash import has_closed_itself, is_crash, tell_of_crash
from fixtures.sight.mismatch import Mismatch
from steps.screens.finding import button
from steps.screens.front import Front

WOULD_SEND_AGAIN = "net::ERR_CACHE_MISS"  # Chromium's «Подтвердите повторную отправку формы»
NO_PAST = "; страницу подготовило «Дано», а путь, по которому возвращаются, пишут с «Когда»"
# The page in front went elsewhere by itself at the very moment it was told to: a person tries again.
OVERTAKEN = ("net::ERR_ABORTED", "is interrupted by another navigation")
UNSERVED = "net::ERR_NAME_NOT_RESOLVED"
TRIES = 3
STAYING_MS = 1_000  # the browser does not tell whoever goes that the person has decided to stay


class AddressUnserved(RuntimeError):
    """A scenario opens an address that no system of the stand has; the message is Russian."""


class Acting(Front):
    """The screen in front of a person, for hands."""

    def open(self, address: str) -> None:
        """Type an address and go there."""
        self._device.windows.never_mind()
        with tell_of_crash(self._device.windows), self._acting("open", address):
            try:
                self._go(address)
            except BrowserError as error:
                if is_crash(error):
                    raise
                self._complaints.prove_alive()
                if UNSERVED in error.message:
                    raise AddressUnserved(
                        f"{address}: такого сайта на стенде нет, исправьте адрес"
                    ) from error
                raise Mismatch(f"адрес {address} не открывается: {error.message.splitlines()[0]}") from error

    def arrive(self, address: str) -> None:
        """Be there as arranged: nobody has done anything."""
        with tell_of_crash(self._device.windows):
            try:
                self._go(address)
            except BrowserError as error:
                if is_crash(error):
                    raise
                self._complaints.prove_alive()
                raise Mismatch(f"подготовленная страница {address} не открывается") from error
        self._device.view.forget()

    def press(self, label: str) -> None:
        """Press the button, link or icon of that name."""
        if self._hands.is_done_already(label):
            return
        with self._acting("press", label), self._pressable(label) as button:
            self._hands.press(button)

    def press_any(self, label: str) -> None:
        """Press one of those of that name, whichever; there has to be one."""
        with self._acting("press", label):
            found = self._as_found(button(label))
            self._hands.press(next(one for ground in self._grounds() if (one := found(ground)).count()).first)

    def press_twice(self, label: str) -> None:
        """Press it twice, as fast as a hand does."""
        with self._acting("press_twice", label), self._pressable(label) as button:
            self._hands.press_twice(button)

    def fill(self, label: str, value: str) -> None:
        """Type into the field of that name, instead of what was there."""
        with self._device.doing("fill", label, value), self._field(label, value) as field:
            self._hands.fill(field, value)

    def choose(self, label: str, option: str) -> None:
        """Choose from the list of that name."""
        with self._device.doing("choose", label, option), self._choice(label) as listed:
            self._hands.choose(listed, option)

    def tick(self, label: str) -> None:
        """Tick the box of that name."""
        with self._device.doing("tick", label), self._box(label) as box:
            self._hands.tick(box)

    def fill_all(self, values: Sequence[Sequence[str]]) -> None:
        """Type into several fields, each given by its name and what to type."""
        for label, value in values:
            self.fill(label, value)

    def turn_to_new_window(self) -> None:
        """Go on in the window that the page has opened."""
        with self._complaints.telling(lambda _: self.complain("ничто не открыло нового окна")):
            self._device.turn_to_new_window()

    def reload(self) -> None:
        """Ask for the page again."""
        with self._acting("reload"):
            try:
                self._page.reload(wait_until="domcontentloaded", timeout=self._time_to_leave)
            except BrowserError as error:
                if not _is_overtaken(error):
                    raise
                self._go(self._page.url)

    def go_back(self) -> None:
        """Press the browser's own «Назад»."""
        with self._acting("back"):
            try:
                page_before = self._page.go_back(wait_until="domcontentloaded", timeout=self._time_to_leave)
            except BrowserError as error:
                if WOULD_SEND_AGAIN not in error.message:
                    raise
                raise Mismatch(
                    "по «Назад» браузер не показывает страницу, а просит отправить форму ещё раз"
                ) from error
            if page_before is None:
                raise Mismatch(f"по «Назад» браузеру некуда вернуться{NO_PAST * self._device.was_arranged}")

    def _go(self, address: str, tries: int = TRIES) -> None:
        try:
            self._page.goto(address, wait_until="domcontentloaded")
        except BrowserError as error:
            if tries == 1 or self._device.dialogs.stayed or not _is_overtaken(error):
                raise
            self._go(address, tries - 1)

    @contextmanager
    def _acting(self, verb: str, label: str = "") -> Iterator[None]:
        """Whatever was known of the screen may be over, whether or not the action succeeds."""
        with self._device.doing(verb, label):
            self._device.view.forget()
            try:
                yield
            except (BrowserError, Mismatch) as error:
                if not self._device.dialogs.stayed and not self._closed(error):
                    raise

    def _closed(self, error: Exception) -> bool:
        """Whether the action has made the page close its window: then it was done."""
        return isinstance(error, BrowserError) and has_closed_itself(error, self._device.windows)

    @property
    def _time_to_leave(self) -> float | None:
        return STAYING_MS if self._device.dialogs.staying else None


def _is_overtaken(error: BrowserError) -> bool:
    return any(sign in error.message for sign in OVERTAKEN)
