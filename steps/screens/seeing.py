"""What a person sees on a screen, and what is not there to be seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from unicodedata import normalize

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator

from fixtures.sight.crash import has_closed_itself
from fixtures.sight.eyes.titles import title_in_front, titles_seen
from steps.screens import finding
from steps.screens.finding import visible
from steps.screens.forms import in_any_form
from steps.screens.front import Front
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance import ladder
from steps.screens.tolerance.settling import settle

PLACES = "found => { const all = [...document.querySelectorAll('*')]; return found.map(each => all.indexOf(each)) }"
A_MOMENT_MS = 1_500  # until a page begins with what it was told to do
GONE = "код отправился сам, о кнопке «{}» известно по экрану, где его вводили"
COUNTDOWN_SLACK = 30  # seconds a slow machine may lose between two looks


class ScreenUnnamed(RuntimeError):
    """A scenario says what is not there without having said which screen it looks at."""


class Seeing(Front):
    """The screen in front of a person, for eyes."""

    @property
    def title(self) -> str:
        """The heading of the screen."""
        if self._tolerance is not None:
            settle(self._device)
            return self._title_by_looks() or self.complain("нет заголовка")
        heading = self._page.get_by_role("heading", level=1)
        with self._complaints.telling(lambda _: self.complain("нет заголовка")):
            return heading.inner_text()

    @property
    def address(self) -> str:
        """What stands in the address bar."""
        return self._page.url

    def prove(self, title: str) -> None:
        """Return if the screen in front has this heading."""
        with self._complaints.telling(lambda _: self._complaints.wrong_screen(title)):
            self._await_heading(title)
        self._device.eyes.arrive()
        self._device.view.prove(title)

    def title_after(self, answered: Collection[str], expected: Collection[str], last: str = "") -> str:
        """The heading of the screen that comes after those that are answered; the `last` one to come is known.

        To tolerant eyes a page that changes without loading may still be the one before, or on its way, and a window
        or a frame may be still to come: one of the expected screens that is not answered is waited for.
        """
        if self._tolerance is None:
            return self.title
        now = self._device.eyes.now
        deadline = now() + self._device.patience_ms / 1000
        while True:
            settle(self._device)
            shown = self._titles_seen(expected)
            if found := next((title for title in shown if title in expected and title not in answered), ""):
                return found
            if last in shown or now() > deadline or not self._goes_on(shown, answered, last):
                return next((title for title in shown if title in answered), "") or self.title

    def _goes_on(self, shown: Collection[str], answered: Collection[str], last: str) -> bool:
        """Get past what stands in the way, or let a moment pass; say whether there is more to come.

        Where nobody knows the last screen, it is one that is none of the way's own, when nothing stands in front of it;
        a page that a window has just told that it is over goes on a moment later.
        """
        assert self._tolerance is not None
        if self._tolerance.gets_past():
            return True
        begun = bool(answered) and self._device.windows.newest_unseen is None
        if begun and not last and shown and not any(title in answered for title in shown):
            self._tolerance.await_request(A_MOMENT_MS)
            settle(self._device)
            return self._titles_seen(()) != shown
        self._tolerance.look_later()
        return True

    def _titles_seen(self, expected: Collection[str]) -> list[str]:
        """What stands out as titles now; a window that has just come up is turned to if one of them is there."""
        eyes, new = self._device.eyes, self._device.windows.newest_unseen
        if new is not None and any(eyes.known_as(title) in expected for title in titles_seen(new)):
            self._device.turn_to_new_window()
        return [eyes.known_as(title) for title in titles_seen(self._page)]

    def _title_by_looks(self) -> str:
        """What a person would call the screen in front; empty if it has nothing to call it by."""
        return self._device.eyes.known_as(title_in_front(self._page))

    def _await_heading(self, title: str) -> None:
        """Wait for it; where the page closes its window meanwhile, wait for it in the one before."""
        try:
            self._at_hand(visible(finding.heading(*self._device.eyes.names(title))))
        except BrowserError as error:
            if not has_closed_itself(error, self._device.windows):
                raise
            self._await_heading(title)

    def see(self, text: str) -> None:
        """Return if exactly this text can be seen."""
        self._wait(finding.text(text), f"нет надписи «{text}»", text)

    def see_message(self, text: str) -> None:
        """Return if the screen speaks up with this text, at a field or above all."""
        self._wait(finding.message(text), f"нет сообщения «{text}»", text)

    def see_countdown(self, text: str) -> None:
        """Return if the text is followed by minutes and seconds that are left."""
        running = re.compile(rf"^{in_any_form(text)} \d+:\d\d$")
        self._wait(lambda ground: ground.get_by_text(running), f"нет отсчёта «{text} …»", text)

    def see_countdown_near(self, line: str) -> None:
        """Return if the countdown stands at this line («… 1:53»), or a few seconds later."""
        text, _, left = line.rpartition(" ")
        minutes, seconds = map(int, left.split(":"))
        last = minutes * 60 + seconds
        moments = "|".join(f"{s // 60}:{s % 60:02}" for s in range(max(0, last - COUNTDOWN_SLACK), last + 1))
        standing = re.compile(rf"^{in_any_form(text)} (?:{moments})$")
        self._wait(lambda ground: ground.get_by_text(standing), f"отсчёт не показывает «{line}»", line)

    def see_once(self, text: str) -> None:
        """Return if exactly this text can be seen in one place only."""
        self.see(text)
        self._have_read()
        if (times := self._count(finding.text(text))) != 1:
            self.complain(f"надпись «{text}» видна не один раз, а {times}")

    def see_number_of_lines(self, name: str, number: int) -> None:
        """Return if the list of that name, or the only list in a part of that name, has so many lines."""
        listed = self._wait(finding.listed(name), f"нет списка «{name}»", name)
        self._have_read()
        lines = self._hands.lines(listed)
        if len(lines) != number:
            self.complain(f"в списке «{name}» строк {len(lines)}, а не {number}: {', '.join(lines)}")

    def see_button(self, label: str) -> None:
        """Return if there is something of that name to press."""
        if self._stood_before(label):
            return
        with self._pressable(label) as button:
            button.wait_for()

    def see_value(self, label: str, value: str) -> None:
        """Return if the field of that name holds this value."""
        with self._field(label, value) as field:
            held = self._hands.read(field, value)
        if held != value:
            self._complaints.differs(f"в поле «{label}» стоит «{held}», а не «{value}»", "value", value, held)

    def field_called(self, *labels: str) -> str:
        """Which of these a field of the screen is called."""
        found = {label: finding.field(label) for label in labels}
        return self._first_called(found, ladder.FIELD, f"нет ни одного из полей: {', '.join(labels)}")

    def button_called(self, *labels: str) -> str:
        """Which of these there is to press."""
        found = {label: finding.button(label) for label in labels}
        return self._first_called(found, ladder.BUTTON, f"нет ни одной из кнопок: {', '.join(labels)}")

    def _first_called(self, found: Mapping[str, Sought], kind: str, otherwise: str) -> str:
        """By which of these names there is something, as soon as there is."""
        labels = tuple(found)

        def any_of(ground: Ground) -> Locator:
            return reduce(Locator.or_, (one(ground) for one in found.values()))

        self._wait(Thing(any_of, kind, labels), otherwise, labels[0])
        return next(label for label, one in found.items() if self._count(one))

    def offers(self, label: str) -> bool:
        """Whether there is something of that name to press now."""
        if self._tolerance is not None:
            settle(self._device)
            sought = finding.button(label)
            return (
                self._tolerance.sees(sought) or self._tolerance.gets_past() and self._tolerance.sees(sought)
            )
        return self._is_there(finding.button(label))

    def see_choice(self, label: str, option: str) -> None:
        """Return if this is chosen in the list of that name."""
        otherwise = f"в поле «{label}» выбрано не «{option}»"
        if self._tolerance is not None:
            with self._choice(label) as listed:
                if not self._hands.is_chosen(listed, option):
                    self._complaints.differs(otherwise, "value", option)
            return
        with self._complaints.telling(lambda _: self._complaints.differs(otherwise, "value", option)):
            self._at_hand(finding.chosen(label, option))

    def see_all(self, texts: Sequence[str]) -> None:
        """Return if each of these texts can be seen."""
        for text in texts:
            self.see(text)

    def see_in_order(self, texts: Sequence[str]) -> None:
        """Return if these texts can be seen, each further down the page than the one before it."""
        self.see_all(texts)
        self._have_read()
        ground = next(
            (one for one in self._grounds() if self._as_found(finding.text(texts[0]))(one).count()),
            self._page,
        )
        reached, before = -1, ""
        for text in texts:
            places = self._as_found(finding.text(text))(ground).evaluate_all(PLACES)
            reached = min((place for place in places if place > reached), default=-1)
            if reached < 0:
                self.complain(f"после «{before}» не стоит «{text}»")
            before = text

    def see_buttons(self, labels: Sequence[str]) -> None:
        """Return if there is something of each of these names to press."""
        for label in labels:
            self.see_button(label)

    def see_values(self, values: Sequence[Sequence[str]]) -> None:
        """Return if each field, given by its name, holds the value that stands beside it."""
        for label, value in values:
            self.see_value(label, value)

    def miss(self, text: str) -> None:
        """Return if the proven screen does not show this text."""
        self._absent(finding.text(text), f"видна надпись «{text}»")

    def miss_anywhere(self, text: str) -> None:
        """Return if the proven screen has this text nowhere, not even as a part of another or typed into a field."""
        self._absent(finding.text_with(text), f"видна надпись, в которой есть «{text}»")
        if any(text in normalize("NFC", one.locator("body").aria_snapshot()) for one in self._grounds()):
            self.complain(f"в поле или в подписи стоит «{text}»")

    def miss_button(self, label: str) -> None:
        """Return if the proven screen has nothing of that name to press."""
        if self._stood_before(label):
            self.complain(f"была кнопка «{label}»: код отправился сам, и экран сменился")
        if self._device.eyes.left is not None:
            self._device.eyes.remark(GONE.format(label))
            return
        self._absent(finding.button(label), f"есть кнопка «{label}»")

    def _stood_before(self, label: str) -> bool:
        """Whether it was on a screen that has gone by itself, as its code was typed: that one is spoken of now."""
        stood = label in (self._device.eyes.left or ())
        if stood:
            self._device.eyes.remark(GONE.format(label))
        return stood

    def miss_all(self, texts: Sequence[str]) -> None:
        """Return if the proven screen shows none of these texts."""
        for text in texts:
            self.miss(text)

    def miss_buttons(self, labels: Sequence[str]) -> None:
        """Return if the proven screen has nothing of any of these names to press."""
        for label in labels:
            self.miss_button(label)

    def miss_every_button_with(self, word: str) -> None:
        """Return if nothing that can be pressed on the proven screen has this word in its name, in whatever case."""
        self._absent(finding.button_with(word), f"есть кнопка со словом «{word}»")

    def _wait(self, sought: Sought, otherwise: str, expected: str) -> Locator:
        with self._complaints.telling(lambda _: self._complaints.lack(otherwise, "text", expected)):
            return self._at_hand(visible(sought))

    def _absent(self, unwanted: Sought, otherwise: str) -> None:
        if self._device.view.proven is None:
            raise ScreenUnnamed(
                "Сначала скажите, на каком экране этого нет: «Тогда вижу экран «…»». "
                "Иначе страница может ещё не открыться."
            )
        self._have_read()
        self._device.come_round()
        if self._device.view.moved:  # what was proven may be another page by now
            self.prove(self._device.view.proven)
        if self._count(unwanted):
            self.complain(otherwise)

    def _have_read(self) -> None:
        """Return when the page has come to its end; what is counted before that may still grow."""
        if self._tolerance is not None:
            settle(self._device)
        self._page.wait_for_load_state("domcontentloaded")
