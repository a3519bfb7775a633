"""Says what was done to a thing on the screen, or seen there, by a sentence that would find the same thing again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import Error as BrowserError

from fixtures.sight.device import Device
from steps.language.parts import Part
from steps.recording.codes import code_step
from steps.recording.ear import Heard
from steps.recording.entry import Step, Unsaid
from steps.recording.personal import pressed_name_steps, seen_name_steps, typed_steps
from steps.recording.stage import Stage
from steps.recording.wording import said
from steps.screens.recognising import Recognising

Proof = Callable[[Recognising, str, ElementHandle], bool]

COUNTDOWN = re.compile(r"(.+) \d+:\d\d")
NAMELESS = "на экране у этого нет имени, которое есть только у него"
QUOTES = "такие кавычки в предложении не написать"
NO_SENTENCE = "такого предложения нет"


@dataclass(frozen=True)
class Name:
    """What a thing is called, and in which part of the screen, where it is called so more than once."""

    label: str
    part: Part | None = None

    def said(self, what: str, **places: str) -> Step:
        """The step that says that this was done to it."""
        if self.part is None:
            return said(what, label=self.label, **places)
        return said(f"{what}_in", label=self.label, part=f"{self.part.where} «{self.part.name}»", **places)


class Teller:
    """Knows what things on the screen are called, from when they were still there."""

    def __init__(self, stage: Stage, device_of: Callable[[Page], Device]) -> None:
        """Know nothing yet; `device_of` says whose a window is."""
        self._stage = stage
        self._device_of = device_of
        self._fields: dict[tuple[str, int], Name] = {}
        self.last_field: Name | None = None  # what the field is called that somebody has come to last

    def approach(self, heard: Heard) -> None:
        """Remember what a field is called that somebody has come to: soon it may be gone."""
        element = heard.handle()
        self.last_field = self._label(heard, element) if element else None
        if self.last_field:
            self._fields[heard.document, heard.element] = self.last_field

    def pressed(self, heard: Heard, twice: bool) -> Step | Unsaid:
        """Say what was pressed."""
        element = heard.handle()
        found = element and self._first(heard, element, Recognising.is_pressed_as)
        done = f"нажатие на «{heard.called}»"
        if not found:
            return Unsaid(done, NAMELESS)
        if twice:
            return self._fitting([said("press_twice", label=found.label)], done)
        named = () if found.part else pressed_name_steps("press_name", found.label, self._stage)
        return self._fitting([*named, found.said("press")], done)

    def filled(self, heard: Heard) -> Step | Unsaid:
        """Say what was typed, and where it is known from."""
        name, value = self._field(heard), str(heard.more["value"])
        if not name:
            return Unsaid(f"ввод «{value}» в поле «{heard.called}»", NAMELESS)
        if name.part:
            return self._fitting([name.said("fill", value=value)], f"ввод в поле «{name.label}»")
        if code := code_step(value, name.label, self._stage):
            return code
        return self._fitting(
            self._typed(name.label, value, heard.more["date"]), f"ввод в поле «{name.label}»"
        )

    def chosen(self, heard: Heard) -> Step | Unsaid:
        """Say what was chosen from a list."""
        name, option = self._field(heard), str(heard.more["value"])
        done = f"выбор «{option}» в поле «{heard.called}»"
        if not name or heard.more["several"]:
            return Unsaid(done, NO_SENTENCE if name else NAMELESS)
        return self._fitting([name.said("choose", option=option)], done)

    def ticked(self, heard: Heard) -> Step | Unsaid:
        """Say which box was ticked."""
        name = self._field(heard)
        done = f"галочка «{heard.called}»"
        if not name:
            return Unsaid(done, NAMELESS)
        named = () if name.part else pressed_name_steps("tick_name", name.label, self._stage)
        return self._fitting([*named, name.said("tick")], done)

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
        if name := self._first(heard, element, Recognising.is_pressed_as):
            yield name.said("see_button")
            if not name.part:
                yield said("see_button_in_table", label=name.label)

    def _seen_field(self, heard: Heard, element: ElementHandle) -> Iterator[Step]:
        if not (name := self._label(heard, element)):
            return
        with suppress(BrowserError):  # a box has no value
            for value in dict.fromkeys((str(heard.more["value"]), element.input_value())):
                yield name.said("see_value", value=value)
                if not name.part:
                    yield said("see_value_in_table", label=name.label, value=value)

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

    def _field(self, heard: Heard) -> Name | None:
        """What the field is called, or was when somebody came to it."""
        element = heard.handle()
        found = element and self._label(heard, element)
        return found or self._fields.get((heard.document, heard.element))

    def _label(self, heard: Heard, element: ElementHandle) -> Name | None:
        return self._first(heard, element, Recognising.is_field)

    def _first(self, heard: Heard, element: ElementHandle, proves: Proof) -> Name | None:
        """The first name it is found by, in the whole screen if that will do."""
        with suppress(BrowserError):
            for part in (None, *heard.parts):
                screen = self._screen(heard, part)
                if label := next((name for name in heard.names if proves(screen, name, element)), None):
                    return Name(label, part)
        return None

    def _screen(self, heard: Heard, part: Part | None = None) -> Recognising:
        return Recognising(self._device_of(heard.page), self._stage.world.prove_alive, part)
