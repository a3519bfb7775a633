"""Follows a person through the browser and says, step by step, what was done and what was marked as seen."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Impatience

from fixtures.cast import ME
from fixtures.control import SimulatorBroke, SimulatorDied
from fixtures.people import Persona
from fixtures.sight.crash import BrowserCrashed
from fixtures.sight.device import Device
from steps.recording.answering import Answer, Answers
from steps.recording.beside import BesidePages
from steps.recording.ear import CLOSED, OPENED, SAID, Ear, Heard
from steps.recording.entry import Entry, Step, Unsaid
from steps.recording.journey import LED, WENT
from steps.recording.manuscript import Manuscript
from steps.recording.personal import doubts, introductions
from steps.recording.pressing import Pressing
from steps.recording.seats import steps_as, steps_to
from steps.recording.spoken import spoken
from steps.recording.stage import Stage
from steps.recording.start import BLANK, start_page
from steps.recording.tabs import Tabs, is_unserved, opened_address
from steps.recording.tagging import powers, tags_of
from steps.recording.telling import NO_SENTENCE, Teller
from steps.recording.wording import said

LOOK_MS = 200  # so long it may take until an end is noticed; what is done is heard at once
DEAD = (
    SimulatorDied,
    SimulatorBroke,
    BrowserCrashed,
)  # whatever else goes wrong in a step, the recording goes on


class Recorder:
    """One recording: `heed` gives what was done since the last time, `follow` goes on until it ends."""

    def __init__(self, stage: Stage, ear: Ear, answer: Answer, manuscript: Manuscript) -> None:
        """Say nothing yet; `answer` is asked when the browser asks something."""
        self.manuscript = manuscript
        self.ended = False
        self._stage = stage
        self._ear = ear
        self._teller = Teller(stage, ear.device_of)
        self._pressing = Pressing(stage, ear, self._teller)
        self._answers = Answers(answer, lambda: ear.count)
        self._beside = BesidePages(stage)
        self._tabs = Tabs(ear, stage.world.stand)
        self._start: Page | None = None  # our own page to begin on is in this window
        # What a person does on a page, and whoever says what that means.
        self._acts: dict[str, Callable[[Heard], Iterable[Entry]]] = {
            "press": self._pressed,
            "press_again": self._pressed,
            "fill": lambda heard: [self._teller.filled(heard)],
            "choose": lambda heard: [self._teller.chosen(heard)],
            "tick": lambda heard: [self._teller.ticked(heard)],
            "untick": lambda heard: [Unsaid(f"снятая галочка «{heard.called}»", NO_SENTENCE)],
            "enter": lambda heard: [Unsaid("отправка формы клавишей Enter", NO_SENTENCE)],
            "odd": lambda heard: [Unsaid(f"нажатие на «{heard.called}»", "это не кнопка и не ссылка")],
            "check": self._checked,
        }
        # What concerns the recording itself, or windows.
        self._orders: dict[str, Callable[[Heard], Iterable[Entry]]] = {
            "approach": self._approached,
            "turn": lambda heard: self.go_on_as(heard.more["value"]),
            "say": lambda heard: self.say(heard.more["value"]),
            "own": lambda heard: self.fill_own(heard.more["value"]),
            "end": self._end,
            "closes": lambda heard: self._tabs.closes_itself(heard.page),
            "goes": lambda heard: self._tabs.goes(heard.page),
            WENT: self._went,
            LED: lambda heard: self._tabs.led(heard.page),
            OPENED: lambda heard: self._tabs.opened(heard.page),
            CLOSED: self._closed,
        }

    @property
    def device(self) -> Device:
        """The device in use."""
        return self._stage.actor.device

    @property
    def person(self) -> Persona:
        """Who acts, with all that is known of them."""
        return self._stage.actor.person

    @property
    def text(self) -> str:
        """The feature file as it is by now."""
        self.manuscript.tag(tags_of(self._stage.actor.person_of(ME)), powers(self._stage.world.asked))
        return self.manuscript.text()

    def begin(self, earlier: Sequence[Step] = ()) -> None:
        """Carry out what comes before, and listen from then on; raises what its steps raise."""
        with self._ear.deaf():
            for step in earlier:
                self._stage.carry_out(step)
                self._write(step)
            if self.device.page.url == BLANK:
                self._start = self.device.page
                start_page(self._start, self._stage.world.stand)
        self._attend()

    def heed(self) -> Iterator[Entry]:
        """Give what was done since the last time; each step is done by then."""
        while self._ear.heard and not self.ended:
            yield from self._survived(self._ear.heard.popleft())

    def follow(self) -> Iterator[Entry]:
        """Give what is done, as it is done, until the person ends it, `stop` is called or all windows are closed."""
        while not self.ended:
            yield from self.heed()
            self._wait()

    def stop(self) -> None:
        """End as soon as what is being done is done."""
        self.ended = True

    def finish(self) -> Iterator[Entry]:
        """Look at the screen where it ends if nobody has: a scenario that looks at nothing proves nothing."""
        if self.manuscript.looks_at_its_end or not self.device.windows.any_open:
            return
        if self._at_start(self.device.page) or is_unserved(self.device.page):  # no screen of any system
            return
        with suppress(BrowserError, AssertionError):
            step = said("see_screen", text=self.device.view.name())
            self._stage.carry_out(step)
            yield from self._told(step)

    def say(self, text: str) -> Iterator[Entry]:
        """Carry out a step that was written out in words, and write it down."""
        yield from self.do(spoken(text, self._stage.vocabulary))

    def fill_own(self, what: str) -> Iterator[Entry]:
        """Fill the field that was come to last with something of the person's own, or with a code they were sent."""
        field = self._teller.last_field
        if field and not field.part:
            yield from self.do(said(what, label=field.label))
        else:
            yield from self._told(
                Unsaid("ввод своего", "сначала встаньте в поле, у которого есть своя подпись")
            )

    def go_on_as(self, whom: str) -> Iterator[Entry]:
        """Go on as one of the cast, at a computer or at a phone."""
        for step in steps_as(whom):
            yield from self.do(step)

    def do(self, step: Step) -> Iterator[Entry]:
        """Carry out a step and write it down; one that does not go is said to be so, and not written as a step."""
        if problem := self._failure(step):
            yield from self._told(Unsaid(f"«{step.text}»", problem))
            return
        for each in (*self._answers.take(), step):
            yield from self._told(each)
        self._attend()

    def _attend(self) -> None:
        """Have everything in view that may be new: what lies beside, windows, devices."""
        with self._ear.deaf():
            self._beside.lay_open()
        self._tabs.follow_all()
        for device in self._ear.devices:
            self._answers.attend(device)

    def _failure(self, step: Step) -> str:
        """Carry a step out; say what was in the way, nothing if nothing was."""
        if why := self._stage.vocabulary.misfit(step):
            return why
        try:
            with self._ear.deaf():
                self._stage.carry_out(step)
        except DEAD:
            raise
        except Exception as error:  # whatever a step may raise, the recording goes on
            return _in_russian(error)
        return ""

    def _survived(self, heard: Heard) -> Iterator[Entry]:
        """What was heard, said; a page that leaves meanwhile costs one step, not the recording."""
        try:
            yield from self._understood(heard)
        except BrowserError:
            if not self._tabs.any_open:
                self.ended = True
                return
            yield from self._told(
                Unsaid(f"действие на «{heard.called}»", "страница ушла раньше, чем его удалось понять")
            )

    def _understood(self, heard: Heard) -> Iterator[Entry]:
        if heard.page in self._beside:
            yield from self._beside_done(heard)
        elif self._at_start(heard.page) and heard.what not in (*self._orders, "press", "press_again"):
            return
        elif heard.what in self._orders:
            for entry in self._orders[heard.what](heard):
                yield from self._told(entry) if heard.what == OPENED else [entry]
        else:
            yield from self._turn_to(heard.page)
            entries = list(self._acts[heard.what](heard))
            pressed = heard.what in ("press", "press_again")  # what was asked since then came of it
            for entry in (*self._answers.take(math.inf if pressed else heard.number), *entries):
                yield from self._told(entry)

    def _turn_to(self, page: Page) -> Iterator[Entry]:
        """Whoever acts in another window has turned to it, or has sat down at another computer."""
        device = self._ear.device_of(page)
        way = steps_to(device, self._stage.world.devices) if device is not self.device else ()
        for step in way:
            yield from self.do(step)
        if turning := self._tabs.turn(page):
            yield from self.do(turning)

    def _pressed(self, heard: Heard) -> list[Entry]:
        if not self._at_start(heard.page):
            return [self._pressing.pressed(heard)]
        step = opened_address(heard.more["address"])
        problem = self._failure(step)
        return [Unsaid(step.text, problem) if problem else step]

    def _checked(self, heard: Heard) -> Iterator[Entry]:
        """Of all ways to say that this is seen, the first one that holds."""
        problem = "на экране его не найти по словам"
        for step in self._teller.seen(heard):
            if self._stage.vocabulary.says(step) and not (problem := self._failure(step)):
                yield step
                return
        yield Unsaid(f"проверка «{heard.called}»", problem)

    def _beside_done(self, heard: Heard) -> Iterator[Entry]:
        """A message that was pointed at has come; anything else beside is the person's own affair."""
        if heard.what == "check" and (step := self._beside.received(heard.more["texts"])):
            yield from self.do(step)
        elif heard.what in ("press", "press_again"):
            self._pressing.let_through(heard)
        elif heard.what in ("turn", "say", "own", "end"):
            yield from self._orders[heard.what](heard)

    def _approached(self, heard: Heard) -> Iterator[Entry]:
        self._teller.approach(heard)
        yield from ()

    def _end(self, heard: Heard) -> Iterator[Entry]:
        self.ended = True
        yield from ()

    def _went(self, heard: Heard) -> Iterator[Entry]:
        moves = self._tabs.went(heard.page, heard.more["within"])
        if moves:
            yield from self._turn_to(heard.page)
        for answer in self._answers.take() if moves else ():
            yield from self._told(answer)
        for move in moves:
            yield from (
                self.do(move) if isinstance(move, Step) and is_unserved(heard.page) else self._told(move)
            )

    def _at_start(self, page: Page) -> bool:
        return page is self._start and page.url == BLANK

    def _closed(self, heard: Heard) -> Iterator[Entry]:
        if step := self._tabs.closed(heard.page):
            for each in (*self._answers.take(), step):
                yield from self._told(each)
        self.ended = self.ended or not self._tabs.any_open

    def _told(self, entry: Entry) -> Iterator[Entry]:
        """Write an entry down, with what must be said in the beginning because of it."""
        if isinstance(entry, Step):
            for step in introductions(entry, self._stage):
                if self.manuscript.introduce(step):
                    yield step
        for each in (entry, *(doubts(entry, self._stage) if isinstance(entry, Step) else ())):
            self.manuscript.entries.append(each)
            yield each
        if self.device.windows.any_open:
            self._ear.show(self.device.page, str(entry))

    def _write(self, step: Step) -> None:
        """Put an earlier step where it belongs: those that only say who is there stand before all others."""
        if self._stage.world.name is None:
            self.manuscript.people.append(step)
        else:
            self.manuscript.entries.append(step)

    def _wait(self) -> None:
        """Return when something is heard, or soon."""
        if self.ended or self._ear.heard:
            return
        try:
            self.device.context.wait_for_event(
                "console", lambda said: said.text.startswith(SAID), timeout=LOOK_MS
            )
        except Impatience:
            return
        except BrowserError:
            self.ended = not self._tabs.any_open


def _in_russian(error: Exception) -> str:
    """What an error says, if it says it in Russian: ours do, the browser's do not."""
    first = str(error).partition("\n")[0]
    return first if re.search("[а-яё]", first) else "не получилось"
