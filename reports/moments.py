"""What could be seen at each step of a scenario: the picture just before it, the one after it, what it was about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports.record.run import Scenario, Step
from reports.record.vocabulary import ACTION_TYPE, PICTURE_TYPE, SCREEN_TYPE

# From which width in pixels on a picture is no phone's.
HANDHELD_WIDTH = 600


@dataclass(frozen=True)
class Box:
    """A part of a picture, in its pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height


@dataclass(frozen=True)
class Picture:
    """A picture of a screen; `url` is relative to the stream's folder, the size is in pixels, 0 when unknown.

    `content` is around all that is to be seen on it, when that is known.
    """

    url: str
    screen: str = ""
    device: str = ""
    width: int = 0
    height: int = 0
    of_phone: bool = False
    content: Box | None = None

    @property
    def handheld(self) -> bool:
        """Whether the window was as narrow as a phone's."""
        return 0 < self.width < HANDHELD_WIDTH


@dataclass(frozen=True)
class Frame:
    """Where on a picture a control is, in percent of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Shot:
    """A picture to be shown; outlined on it is the control that the step used, or the caption it expected."""

    picture: Picture
    frame: Frame | None = None


@dataclass(frozen=True)
class Moment:
    """A step and its pictures: `taken` are those made after it, because the screen had changed."""

    step: Step
    before: Shot | None
    after: Shot | None
    taken: tuple[Picture, ...]

    @property
    def telling(self) -> Shot | None:
        """What shows the step best: an action the screen it was done on, an expectation the screen that met it."""
        return self.before if self.is_told_before else self.after or self.before

    @property
    def is_told_before(self) -> bool:
        """Whether what shows the step best is the screen that it found."""
        return self.before is not None and self.step.kind == "Action" and self.step.status == "passed"


def moments(scenario: Scenario) -> list[Moment]:
    """Returns the scenario's steps with their pictures; a screen that did not change keeps its last picture."""
    return list(_moments(scenario))


def _moments(scenario: Scenario) -> Iterator[Moment]:
    latest: dict[str, Picture] = {}
    here = ""
    for step in scenario.steps:
        earlier = dict(latest)
        facts = _facts(step)
        taken = tuple(_taken(step, facts))
        latest.update((picture.device, picture) for picture in taken if not picture.of_phone)
        seen_on = [fact["device"] for fact in facts[SCREEN_TYPE] if fact.get("device")]
        here = next(iter(seen_on + [picture.device for picture in taken if not picture.of_phone]), here)
        if step.status == "not_run":
            yield Moment(step, None, None, ())
            continue
        phone = next((picture for picture in taken if picture.of_phone), None)
        after = phone or latest.get(here) or next(reversed(taken), None)
        yield Moment(step, _before(facts, earlier, here), _after(step, facts, after), taken)


def _facts(step: Step) -> Mapping[str, list[Any]]:
    return {kind: step.facts(kind) for kind in (SCREEN_TYPE, ACTION_TYPE, PICTURE_TYPE)}


def _taken(step: Step, facts: Mapping[str, list[Any]]) -> Iterator[Picture]:
    """Yields the step's pictures; one that nothing is said about belongs to no device."""
    told = {fact["url"]: fact for fact in facts[PICTURE_TYPE]}
    for piece in step.attached:
        if piece.url and piece.media_type.startswith("image/"):
            fact = told.get(piece.url, {})
            size = int(fact.get("width") or 0), int(fact.get("height") or 0)
            phone = fact.get("kind") == "phone"
            names = fact.get("screen") or "", fact.get("device") or ""
            yield Picture(piece.url, *names, *size, phone, _content(fact.get("content")))


def _after(step: Step, facts: Mapping[str, list[Any]], picture: Picture | None) -> Shot | None:
    """Returns the screen the step left; an expectation, or a failure, was about the first caption that is quoted."""
    if picture is None:
        return None
    quoted = [one for fact in facts[SCREEN_TYPE] for one in fact.get("quoted") or ()]
    if not quoted or picture.of_phone or (step.kind != "Outcome" and step.status != "failed"):
        return Shot(picture)
    box = quoted[0]["box"]
    return Shot(picture, _framed(Box(box["x"], box["y"], box["width"], box["height"]), picture))


def _content(told: Mapping[str, float] | None) -> Box | None:
    return Box(told["x"], told["y"], told["width"], told["height"]) if told else None


def _before(facts: Mapping[str, list[Any]], earlier: Mapping[str, Picture], here: str) -> Shot | None:
    """Returns the screen the step found, with the control it used first; a later one stood on another screen."""
    action = next(iter(facts[ACTION_TYPE]), None)
    device = (action or {}).get("device") or here
    if (picture := earlier.get(device)) is None:
        return None
    if action is None or not action.get("box"):
        return Shot(picture)
    screen = (action.get("before") or {}).get("screen")
    return Shot(picture, _frame(action, picture) if screen in (None, "", picture.screen) else None)


def _frame(action: Mapping[str, Any], picture: Picture) -> Frame | None:
    """Turns the control's box, in the window at that time, into its place on the picture.

    A picture longer than the window shows the page from its top, so the box moves down by what was scrolled.
    """
    box, window = action["box"], action.get("viewport") or {}
    if not (picture.width and picture.height and window.get("width") and window.get("height")):
        return None
    scale = picture.width / window["width"]
    long = picture.height > window["height"] * scale + 1
    scroll = action.get("scroll") or {}
    left = (box["x"] + (scroll.get("x", 0) if long else 0)) * scale
    top = (box["y"] + (scroll.get("y", 0) if long else 0)) * scale
    return _framed(Box(left, top, box["width"] * scale, box["height"] * scale), picture)


def _framed(box: Box, picture: Picture) -> Frame | None:
    """Turns a box in pixels into its place on the picture; None if it is not on it."""
    if not (picture.width and picture.height) or not (
        0 <= box.left <= picture.width and 0 <= box.top <= picture.height
    ):
        return None
    across, down = 100 / picture.width, 100 / picture.height
    return Frame(box.left * across, box.top * down, box.width * across, box.height * down)
