"""One screen of any site, as a person knows it: by the words on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as Impatience

from fixtures.browser import Device
from fixtures.sight.crash import tell_of_crash
from fixtures.sight.inventory import BUTTONS, FIELDS, TEXTS, Inventory
from fixtures.sight.mismatch import Mismatch
from reports.record.facts import Difference
from steps.screens.stranger import probably_meant

LEADS_ON = "pressed => pressed.matches('a[href]:not([target])') || Boolean(pressed.form) && pressed.type === 'submit'"
OF_KIND = {"button": BUTTONS, "field": FIELDS, "text": TEXTS}
WOULD_SEND_AGAIN = "net::ERR_CACHE_MISS"  # Chromium's «Подтвердите повторную отправку формы»
# The page in front went elsewhere by itself at the very moment it was told to: a person tries again.
OVERTAKEN = ("net::ERR_ABORTED", "is interrupted by another navigation")
TRIES = 3
SEVERAL = re.compile(r"resolved to (\d+) elements")  # Playwright's doubt which one was meant
GLANCE_MS = 1_000  # to tell what is not there from what does not answer, after all patience was spent already
COUNTDOWN_SLACK = 30  # seconds a slow machine may lose between two looks


class ScreenUnnamed(RuntimeError):
    """A scenario says what is not there without having said which screen it looks at."""


class Screen:
    """What is in front of a person at a computer."""

    def __init__(self, device: Device, prove_alive: Callable[[], None]) -> None:
        """Look at the tab in front; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._prove_alive = prove_alive

    @property
    def _page(self) -> Page:
        return self._device.page

    # What a person does

    def open(self, address: str) -> None:
        """Type an address and go there."""
        with self._acting("open", address):
            try:
                with tell_of_crash():
                    self._go(address)
            except BrowserError as error:
                self._prove_alive()
                raise Mismatch(f"адрес {address} не открывается: {error.message.splitlines()[0]}") from error

    def press(self, label: str) -> None:
        """Press the button, link or icon of that name."""
        with self._acting("press", label), self._pressable(label) as button:
            if not self._device.handheld:
                button.click()
            elif button.evaluate(LEADS_ON):
                with self._page.expect_navigation(
                    wait_until="commit"
                ):  # a tap, unlike a click, does not wait for it
                    button.tap()
            else:
                button.tap()

    def press_twice(self, label: str) -> None:
        """Press it twice, as fast as a hand does."""
        with self._acting("press_twice", label), self._pressable(label) as button:
            button.dblclick()

    def fill(self, label: str, value: str) -> None:
        """Type into the field of that name, instead of what was there."""
        with self._device.doing("fill", label, value), self._field(label) as field:
            field.fill(value)

    def choose(self, label: str, option: str) -> None:
        """Choose from the list of that name."""
        with self._device.doing("choose", label, option), self._field(label) as field:
            field.select_option(label=option)

    def tick(self, label: str) -> None:
        """Tick the box of that name."""
        with self._device.doing("tick", label), self._field(label) as field:
            field.check()

    def turn_to_new_window(self) -> None:
        """Go on in the window that the page has opened."""
        with self._telling(lambda: self.complain("ничто не открыло нового окна")):
            self._device.turn_to_new_window()

    def reload(self) -> None:
        """Ask for the page again."""
        with self._acting("reload"):
            try:
                self._page.reload(wait_until="domcontentloaded")
            except BrowserError as error:
                if not _is_overtaken(error):
                    raise
                self._go(self._page.url)

    def go_back(self) -> None:
        """Press the browser's own «Назад»."""
        with self._acting("back"):
            try:
                page_before = self._page.go_back(wait_until="domcontentloaded")
            except BrowserError as error:
                if WOULD_SEND_AGAIN not in error.message:
                    raise
                raise Mismatch(
                    "по «Назад» браузер не показывает страницу, а просит отправить форму ещё раз"
                ) from error
            if page_before is None:
                raise Mismatch("по «Назад» браузеру некуда вернуться")

    def _go(self, address: str, tries: int = TRIES) -> None:
        try:
            self._page.goto(address, wait_until="domcontentloaded")
        except BrowserError as error:
            if tries == 1 or not _is_overtaken(error):
                raise
            self._go(address, tries - 1)

    # What a person sees

    @property
    def title(self) -> str:
        """The heading of the screen."""
        heading = self._page.get_by_role("heading", level=1)
        with self._telling(lambda: self.complain("нет заголовка")):
            return heading.inner_text()

    @property
    def address(self) -> str:
        """What stands in the address bar."""
        return self._page.url

    def prove(self, title: str) -> None:
        """Return if the screen in front has this heading."""
        heading = self._page.get_by_role("heading", level=1, name=title, exact=True)
        with self._telling(lambda: self._wrong_screen(title)):
            heading.wait_for()
        self._device.prove(title)

    def see(self, text: str) -> None:
        """Return if exactly this text can be seen."""
        self._wait(self._text(text), f"нет надписи «{text}»", text)

    def see_message(self, text: str) -> None:
        """Return if the screen speaks up with this text, at a field or above all."""
        said = self._page.get_by_role("alert").or_(self._page.get_by_role("status"))
        whole = re.compile(rf"^\s*{re.escape(text)}\s*$")
        self._wait(said.filter(has_text=whole), f"нет сообщения «{text}»", text)

    def see_countdown(self, text: str) -> None:
        """Return if the text is followed by minutes and seconds that are left."""
        running = re.compile(rf"^{re.escape(text)} \d+:\d\d$")
        self._wait(self._page.get_by_text(running), f"нет отсчёта «{text} …»", text)

    def see_countdown_near(self, line: str) -> None:
        """Return if the countdown stands at this line («… 1:53»), or a few seconds later."""
        text, _, left = line.rpartition(" ")
        minutes, seconds = map(int, left.split(":"))
        last = minutes * 60 + seconds
        moments = "|".join(f"{s // 60}:{s % 60:02}" for s in range(max(0, last - COUNTDOWN_SLACK), last + 1))
        standing = re.compile(rf"^{re.escape(text)} (?:{moments})$")
        self._wait(self._page.get_by_text(standing), f"отсчёт не показывает «{line}»", line)

    def see_once(self, text: str) -> None:
        """Return if exactly this text can be seen in one place only."""
        self.see(text)
        self._have_read()
        if (times := self._text(text).count()) != 1:
            self.complain(f"надпись «{text}» видна не один раз, а {times}")

    def see_number_of_lines(self, name: str, number: int) -> None:
        """Return if the list of that name, or the only list in a part of that name, has so many lines."""
        named = self._page.get_by_role("list", name=name, exact=True)
        listed = named.or_(self._page.get_by_role("navigation", name=name, exact=True))
        self._wait(listed, f"нет списка «{name}»", name)
        self._have_read()
        lines = listed.get_by_role("listitem").all_inner_texts()
        if len(lines) != number:
            self.complain(f"в списке «{name}» строк {len(lines)}, а не {number}: {', '.join(lines)}")

    def see_button(self, label: str) -> None:
        """Return if there is something of that name to press."""
        with self._pressable(label) as button:
            button.wait_for()

    def see_value(self, label: str, value: str) -> None:
        """Return if the field of that name holds this value."""
        with self._field(label) as field:
            held = field.input_value()
        if held != value:
            sentence = f"в поле «{label}» стоит «{held}», а не «{value}»"
            self.complain(sentence, self._difference("value", value, [held], held))

    def field_called(self, *labels: str) -> str:
        """Which of these a field of the screen is called."""
        found = {label: self._page.get_by_label(label, exact=True) for label in labels}
        anyone, *others = found.values()
        for other in others:
            anyone = anyone.or_(other)
        self._wait(anyone, f"нет ни одного из полей: {', '.join(labels)}", labels[0])
        return next(label for label, field in found.items() if field.count())

    def see_choice(self, label: str, option: str) -> None:
        """Return if this is chosen in the list of that name."""
        offered = self._page.get_by_label(label, exact=True)
        chosen = offered.get_by_role("option", name=option, exact=True, selected=True)
        sentence = f"в поле «{label}» выбрано не «{option}»"
        with self._telling(lambda: self.complain(sentence, self._difference("value", option, []))):
            chosen.wait_for(state="attached")

    def miss(self, text: str) -> None:
        """Return if the proven screen does not show this text."""
        self._absent(self._text(text), f"видна надпись «{text}»")

    def miss_anywhere(self, text: str) -> None:
        """Return if the proven screen has this text nowhere, not even as a part of another or typed into a field."""
        said = self._page.get_by_text(text).filter(visible=True)
        self._absent(said, f"видна надпись, в которой есть «{text}»")
        if text in self._page.locator("body").aria_snapshot():
            self.complain(f"в поле или в подписи стоит «{text}»")

    def miss_button(self, label: str) -> None:
        """Return if the proven screen has nothing of that name to press."""
        self._absent(self._button(label), f"есть кнопка «{label}»")

    def miss_every_button_with(self, word: str) -> None:
        """Return if nothing that can be pressed on the proven screen has this word in its name, in whatever case."""
        named = re.compile(re.escape(word), re.IGNORECASE)
        links = self._page.get_by_role("link", name=named)
        unwanted = self._page.get_by_role("button", name=named).or_(links).filter(visible=True)
        self._absent(unwanted, f"есть кнопка со словом «{word}»")

    # How it is found, and what is said when it is not

    def _button(self, label: str) -> Locator:
        named = self._page.get_by_role("button", name=label, exact=True)
        linked = self._page.get_by_role("link", name=label, exact=True)
        unfolding = self._page.get_by_role("group").get_by_text(label, exact=True)
        return named.or_(linked).or_(unfolding).filter(visible=True)

    def _text(self, text: str) -> Locator:
        return self._page.get_by_text(text, exact=True).filter(visible=True)

    def _wait(self, sought: Locator, otherwise: str, expected: str) -> None:
        with self._telling(lambda: self._lack(otherwise, "text", expected)):
            sought.filter(visible=True).first.wait_for()

    def _absent(self, unwanted: Locator, otherwise: str) -> None:
        if self._device.proven is None:
            raise ScreenUnnamed(
                "Сначала скажите, на каком экране этого нет: «Тогда вижу экран «…»». "
                "Иначе страница может ещё не открыться."
            )
        self._have_read()
        if unwanted.count():
            self.complain(otherwise)

    def _have_read(self) -> None:
        """Return when the page has come to its end; what is counted before that may still grow."""
        self._page.wait_for_load_state("domcontentloaded")

    @contextmanager
    def _acting(self, verb: str, label: str = "") -> Iterator[None]:
        """Whatever was known of the screen may be over, whether or not the action succeeds."""
        with self._device.doing(verb, label):
            self._device.acted()
            yield

    @contextmanager
    def _telling(self, otherwise: Callable[[], NoReturn]) -> Iterator[None]:
        """Turn the browser's impatience, or its doubt which of several was meant, into our own words."""
        with self._telling_of(lambda _several: otherwise()):
            yield

    @contextmanager
    def _telling_of(self, otherwise: Callable[[str | None], NoReturn]) -> Iterator[None]:
        """The same for words that depend on how many there are, told only where there are several."""
        try:
            yield
        except BrowserError as error:
            several = SEVERAL.search(error.message)
            if several or isinstance(error, Impatience):
                self._tell(lambda: otherwise(several and several[1]))
            self._prove_alive()
            raise

    def _tell(self, otherwise: Callable[[], NoReturn]) -> None:
        """Say what is wrong; to say it the page is asked once more, and may not answer even that."""
        try:
            otherwise()
        except Impatience as silence:
            self._fail("страница не отвечает: на ней ничего не найти и не нажать", None, silence)

    @contextmanager
    def _field(self, label: str) -> Iterator[Locator]:
        field = self._page.get_by_label(label, exact=True)
        with self._telling_of(lambda several: self._unfit(field, several, "поля", "field", label)):
            yield field

    @contextmanager
    def _pressable(self, label: str) -> Iterator[Locator]:
        button = self._button(label)
        with self._telling_of(lambda several: self._unfit(button, several, "кнопки", "button", label)):
            yield button

    def _unfit(self, sought: Locator, several: str | None, what: str, kind: str, label: str) -> NoReturn:
        if several:
            self.complain(f"из {what} «{label}» не выбрать: их {several}")
        try:
            sought.first.wait_for(
                state="attached", timeout=GLANCE_MS
            )  # `count()` would wait for ever on a page that leaves
        except Impatience:
            self._lack(f"нет {what} «{label}»", kind, label)
        self.complain(f"до {what} «{label}» не добраться: видно, но не отвечает")

    def _lack(self, otherwise: str, kind: str, expected: str) -> NoReturn:
        """Fail because something of this kind is not there; name what may stand for it and all of the kind that is."""
        present = Inventory(self._page).names(OF_KIND[kind])
        difference = self._difference(kind, expected, present)
        instead = f", возможно, это «{difference.nearest}»" if difference.nearest else ""
        self.complain(f"{otherwise}{instead}; есть: {_listed(present)}", difference)

    def _wrong_screen(self, title: str) -> NoReturn:
        screen, texts = self._device.screen_name(), Inventory(self._page).names(TEXTS)
        sentence = f"открыт экран «{screen}», а не «{title}»; на нём: {_listed(texts)}"
        self._fail(sentence, self._difference("screen", title, [screen], screen))

    def _difference(
        self, kind: str, expected: str, present: list[str], nearest: str | None = None
    ) -> Difference:
        if nearest is None:
            nearest = probably_meant(expected, kind, present, self._page.title())
        return Difference(expected, kind, tuple(present), nearest, self._device.screen_name())

    def complain(self, otherwise: str, difference: Difference | None = None) -> NoReturn:
        """Fail with a sentence about this screen, unless the stand is dead."""
        self._fail(f"на экране «{self._device.screen_name()}» {otherwise}", difference)

    def _fail(
        self, sentence: str, difference: Difference | None, cause: BrowserError | None = None
    ) -> NoReturn:
        self._prove_alive()
        raise Mismatch(sentence, difference) from cause


def _is_overtaken(error: BrowserError) -> bool:
    return any(sign in error.message for sign in OVERTAKEN)


def _listed(names: list[str]) -> str:
    return ", ".join(f"«{name}»" for name in names) or "ничего"
