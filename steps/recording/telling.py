"""Says what was done to a thing on the screen, or seen there, by a sentence that would find the same thing again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date

from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import Error as BrowserError

from fixtures.sight.device import Device
from steps.recording.codes import code_step
from steps.recording.ear import Heard
from steps.recording.entry import Step, Unsaid
from steps.recording.personal import pressed_name_steps, seen_name_steps, typed_steps
from steps.recording.stage import Stage
from steps.recording.wording import said
from steps.screens.recognising import Recognising

Proof = Callable[[str, ElementHandle], bool]

COUNTDOWN = re.compile(r"(.+) \d+:\d\d")
NAMELESS = "на экране у этого нет имени, которое есть только у него"
QUOTES = "такие кавычки в предложении не написать"
NO_SENTENCE = "такого предложения нет"


class Teller:
    """Knows what things on the screen are called, from when they were still there."""

    def __init__(self, stage: Stage, device_of: Callable[[Page], Device]) -> None:
        """Know nothing yet; `device_of` says whose a window is."""
        self._stage = stage
        self._device_of = device_of
        self._fields: dict[tuple[str, int], str] = {}
        self.last_field: str | None = None  # what the field is called that somebody has come to last

    def approach(self, heard: Heard) -> None:
        """Remember what a field is called that somebody has come to: soon it may be gone."""
        element = heard.handle()
        self.last_field = self._label(heard, element) if element else None
        if self.last_field:
            self._fields[heard.document, heard.element] = self.last_field

    def pressed(self, heard: Heard, twice: bool) -> Step | Unsaid:
        """Say what was pressed."""
        element = heard.handle()
        found = element and self._first(heard, element, self._screen(heard).is_pressed_as)
        done = f"нажатие на «{heard.called}»"
        if not found:
            return Unsaid(done, NAMELESS)
        ways = [*pressed_name_steps("press_name", found, self._stage), said("press", label=found)]
        return self._fitting([said("press_twice", label=found)] if twice else ways, done)

    def filled(self, heard: Heard) -> Step | Unsaid:
        """Say what was typed, and where it is known from."""
        label, value = self._field(heard), str(heard.more["value"])
        if not label:
            return Unsaid(f"ввод «{value}» в поле «{heard.called}»", NAMELESS)
        if code := code_step(value, label, self._stage):
            return code
        return self._fitting(self._typed(label, value, heard.more["date"]), f"ввод в поле «{label}»")

    def chosen(self, heard: Heard) -> Step | Unsaid:
        """Say what was chosen from a list."""
        label, option = self._field(heard), str(heard.more["value"])
        done = f"выбор «{option}» в поле «{label or heard.called}»"
        if not label or heard.more["several"]:
            return Unsaid(done, NO_SENTENCE if label else NAMELESS)
        return self._fitting([said("choose", option=option, label=label)], done)

    def ticked(self, heard: Heard) -> Step | Unsaid:
        """Say which box was ticked."""
        label = self._field(heard)
        done = f"галочка «{label or heard.called}»"
        if not label:
            return Unsaid(done, NAMELESS)
        ways = [*pressed_name_steps("tick_name", label, self._stage), said("tick", label=label)]
        return self._fitting(ways, done)

    def seen(self, heard: Heard) -> Iterator[Step]:
        """All the ways to say that this is to be seen, the most telling one first."""
        element = heard.handle()
        if element is None:
            return
        screen, texts = self._screen(heard), [str(text) for text in heard.more["texts"]]
        ways = {"heading": self._seen_heading, "button": self._seen_button, "field": self._seen_field}
        if way := ways.get(heard.more["as"]):
            yield from way(heard, element)
        if heard.more["alerted"]:
            told = [text for text in texts if screen.says_message(text, element)]
            yield from (said("see_message", text=text) for text in told)
        for text in texts:
            if screen.says(text, element):
                yield from self._seen_text(text)

    def _seen_heading(self, heard: Heard, element: ElementHandle) -> Iterator[Step]:
        screen = self._screen(heard)
        for text in heard.more["texts"]:
            if screen.is_heading(text, element):
                yield said("see_screen", text=text)

    def _seen_button(self, heard: Heard, element: ElementHandle) -> Iterator[Step]:
        if label := self._first(heard, element, self._screen(heard).is_pressed_as):
            yield said("see_button", label=label)
            yield said("see_button_in_table", label=label)

    def _seen_field(self, heard: Heard, element: ElementHandle) -> Iterator[Step]:
        if not (label := self._label(heard, element)):
            return
        with suppress(BrowserError):  # a box has no value
            for value in dict.fromkeys((str(heard.more["value"]), element.input_value())):
                yield said("see_value", label=label, value=value)
                yield said("see_value_in_table", label=label, value=value)

    def _seen_text(self, text: str) -> Iterator[Step]:
        yield from seen_name_steps(text, self._stage)
        if running := COUNTDOWN.fullmatch(text):
            yield said("see_countdown", text=running[1])
        yield said("see", text=text)
        yield said("see_in_table", text=text)

    def _typed(self, label: str, value: str, is_date: bool) -> Iterator[Step]:
        yield from typed_steps(value, label, self._stage)
        if is_date and value:
            day = date.fromisoformat(value)
            yield said("fill_date", day=f"{day.day:02}.{day.month:02}.{day.year:04}", label=label)
        yield said("fill", value=value, label=label)
        yield said("fill_in_table", value=value, label=label)

    def _fitting(self, ways: Iterable[Step], done: str) -> Step | Unsaid:
        return next((step for step in ways if self._stage.vocabulary.says(step)), Unsaid(done, QUOTES))

    def _field(self, heard: Heard) -> str | None:
        """What the field is called, or was when somebody came to it."""
        element = heard.handle()
        found = element and self._label(heard, element)
        return found or self._fields.get((heard.document, heard.element))

    def _label(self, heard: Heard, element: ElementHandle) -> str | None:
        return self._first(heard, element, self._screen(heard).is_field)

    def _first(self, heard: Heard, element: ElementHandle, proves: Proof) -> str | None:
        with suppress(BrowserError):
            return next((name for name in heard.names if proves(name, element)), None)
        return None

    def _screen(self, heard: Heard) -> Recognising:
        return Recognising(self._device_of(heard.page), self._stage.world.prove_alive)
