"""How a scenario went from screen to screen: where it was, and which action led from one screen to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reports.moments import Moment
from reports.record.facts import ActionDone, PictureTaken, ScreenSeen, Where
from reports.record.run import Step

# What is typed or chosen usually stays on its screen.
ENTERING = ("fill", "choose")


@dataclass(frozen=True, order=True)
class ScreenKey:
    """A screen as a person tells it from others: by the system it belongs to and by its heading."""

    system: str
    heading: str


@dataclass(frozen=True, order=True)
class Move:
    """What a person did: a verb of the record and the caption of what it was done to."""

    verb: str
    label: str


@dataclass(frozen=True)
class Visit:
    """A screen that was in front of a person, with its picture if one was taken just then."""

    screen: ScreenKey
    host: str
    step: Step
    picture: PictureTaken | None = None


@dataclass(frozen=True)
class Passage:
    """An action and where it led. `source` is None for a tab that showed nothing yet; it may lead nowhere else."""

    source: ScreenKey | None
    move: Move
    target: ScreenKey
    step: Step

    @property
    def stays(self) -> bool:
        """Whether the person was on the same screen afterwards."""
        return self.source == self.target


@dataclass(frozen=True)
class Trail:
    """The way of one scenario."""

    visits: tuple[Visit, ...]
    passages: tuple[Passage, ...]


def trail_of(moments: Sequence[Moment]) -> Trail:
    """Return the way of the scenario whose moments these are."""
    walker = _Walker()
    for moment in moments:
        walker.take(moment)
    walker.end()
    return Trail(tuple(walker.visits), tuple(walker.passages))


def captions_of(moments: Sequence[Moment]) -> dict[ScreenKey, dict[str, set[str]]]:
    """Return what was written on each screen of a scenario, by kind: buttons, fields, texts."""
    found: dict[ScreenKey, dict[str, set[str]]] = {}
    for moment in moments:
        for seen in moment.step.facts(ScreenSeen):
            if (screen := _screen(seen)) is not None:
                for kind, captions in (seen.labels or {}).items():
                    found.setdefault(screen, {}).setdefault(kind, set()).update(captions)
    return found


def pictures_of(moments: Sequence[Moment]) -> dict[tuple[ScreenKey, str], PictureTaken]:
    """Return for each caption of a screen the first picture on which it is to be seen."""
    found: dict[tuple[ScreenKey, str], PictureTaken] = {}
    for moment in moments:
        for seen in moment.step.facts(ScreenSeen):
            screen = _screen(seen)
            picture = next(_pictures(moment, seen.device, screen), None) if screen else None
            if screen and picture:
                captions = [caption for each in (seen.labels or {}).values() for caption in each]
                found = {(screen, caption): picture for caption in captions} | found
    return found


@dataclass(frozen=True)
class _Pending:
    """An action whose outcome was not seen yet."""

    source: ScreenKey | None
    move: Move
    step: Step


class _Walker:
    """Follows every device through the steps.

    The screen recorded after an action may still be the old one, so an action that seems to change nothing waits
    for the expectations that follow it. The next thing a person does ends the waiting, and so does a step that
    acts without an action of its own: when time passes, what happens then was not the last button's doing.
    """

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.passages: list[Passage] = []
        self._pending: dict[str, _Pending] = {}
        self._here: dict[str, ScreenKey] = {}

    def take(self, moment: Moment) -> None:
        # An expectation may look aside, in another tab: what it does there leads nowhere.
        looks = moment.step.kind == "Outcome"
        actions = [] if looks else moment.step.facts(ActionDone)
        if not looks and not actions:
            self.end()
        for action in actions:
            self._act(action, moment.step)
        for seen in moment.step.facts(ScreenSeen):
            self._see(seen, moment)

    def end(self) -> None:
        """Settle what no other screen followed: the person stayed where they were."""
        for device in list(self._pending):
            self._settle(device, self._pending[device].source)

    def _act(self, action: ActionDone, step: Step) -> None:
        device, before = action.device, action.before
        source = _screen(before) or self._still_there(device, before)
        if source is None and action.verb != "open":
            self._lose(device, action.verb)
            return
        self._settle(device, source)
        if source is not None:
            self._here[device] = source
            self.visits.append(Visit(source, _host(before), step))
        self._pending[device] = _Pending(source, Move(action.verb, action.label), step)

    def _still_there(self, device: str, before: Where) -> ScreenKey | None:
        """Return where the device was seen last, for an action whose record names no screen."""
        here = None if device in self._pending else self._here.get(device)
        return here if here and here.system == before.system else None

    def _lose(self, device: str, verb: str) -> None:
        """Nobody knows where this was done, or where the action before it led; typing at least leads nowhere."""
        if verb not in ENTERING:
            self._pending.pop(device, None)
            self._here.pop(device, None)

    def _see(self, seen: ScreenSeen, moment: Moment) -> None:
        if (screen := _screen(seen)) is None:
            return
        self._here[seen.device] = screen
        picture = next(_pictures(moment, seen.device, screen), None)
        self.visits.append(Visit(screen, _host(seen), moment.step, picture))
        pending = self._pending.get(seen.device)
        if pending is not None and pending.source != screen:
            self._settle(seen.device, screen)

    def _settle(self, device: str, target: ScreenKey | None) -> None:
        """A step that did not pass proves no action that changed nothing: it may not have been done at all."""
        pending = self._pending.pop(device, None)
        if pending is None or target is None:
            return
        if target != pending.source or pending.step.status == "passed":
            self.passages.append(Passage(pending.source, pending.move, target, pending.step))


def _screen(at: Where) -> ScreenKey | None:
    """Return the screen a fact tells of; None for an empty tab and for a page whose heading could not be read."""
    return ScreenKey(at.system, at.screen) if at.screen and (at.system or _host(at)) else None


def _host(at: Where) -> str:
    """Return the site of an address; the browser's own pages are no site."""
    parts = urlsplit(at.address)
    return parts.hostname or "" if parts.scheme in ("http", "https") else ""


def _pictures(moment: Moment, device: str, screen: ScreenKey) -> Iterator[PictureTaken]:
    """Yield the pictures taken in this moment of this very screen."""
    for picture in moment.taken:
        if not picture.of_phone and picture.device in ("", device) and picture.screen in ("", screen.heading):
            yield picture
