"""What could be seen at each step of a scenario: the picture just before it, the one after it, what it was about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.record.facts import ActionDone, Box, PictureTaken, Point, ScreenSeen, Size
from reports.record.run import Scenario, Step

FILLING = ("fill", "choose", "tick")  # actions that change what stands in a form


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

    picture: PictureTaken
    frame: Frame | None = None


@dataclass(frozen=True)
class Moment:
    """A step and its pictures: `taken` are those made after it, because the screen had changed."""

    step: Step
    before: Shot | None
    after: Shot | None
    taken: tuple[PictureTaken, ...]

    @property
    def telling(self) -> Shot | None:
        """What shows the step best: an action the screen it was done on, an expectation the screen that met it."""
        return self.before if self.is_told_before else self.after or self.before

    @property
    def is_told_before(self) -> bool:
        """Whether what shows the step best is the screen that it found."""
        acted = self.before is not None and self.step.kind == "Action" and self.step.status == "passed"
        return acted and not self.is_filled

    @property
    def is_filled(self) -> bool:
        """Whether the step did nothing but fill in a form, and there is a picture of it with what it says now."""
        return bool(self.taken and _filled(self.step))


def moments(scenario: Scenario) -> list[Moment]:
    """Return the scenario's steps with their pictures; a screen that did not change keeps its last picture."""
    found: list[Moment] = []
    latest: dict[str, PictureTaken] = {}
    here = ""
    for step in scenario.steps:
        earlier = dict(latest)
        taken = tuple(_taken(step))
        latest.update((picture.device, picture) for picture in taken if not picture.of_phone)
        seen_on = [seen.device for seen in step.facts(ScreenSeen) if seen.device]
        here = next(iter(seen_on + [picture.device for picture in taken if not picture.of_phone]), here)
        if step.status == "not_run":
            found.append(Moment(step, None, None, ()))
            continue
        phone = next((picture for picture in taken if picture.of_phone), None)
        # Who types a code has read it on the phone before: what the step is about is where it was typed.
        about = None if step.kind == "Action" and _filled(step) else phone
        after = about or latest.get(here) or next(reversed(taken), None)
        found.append(Moment(step, _before(step, earlier, here), _after(step, after), taken))
    return found


def _taken(step: Step) -> Iterator[PictureTaken]:
    """Yield the step's pictures; one that nothing is said about belongs to no device."""
    known = {picture.url: picture for picture in step.facts(PictureTaken)}
    for piece in step.attached:
        if piece.url and piece.media_type.startswith("image/"):
            yield known.get(piece.url) or PictureTaken(piece.url)


def _after(step: Step, picture: PictureTaken | None) -> Shot | None:
    """Return the screen the step left; an expectation, or a failure, was about the first caption that is quoted."""
    if picture is None:
        return None
    filled = _filled(step)
    if filled and step.status == "passed" and not picture.of_phone:
        return Shot(picture, _around([_frame(action, picture) for action in filled]))
    quoted = [each for seen in step.facts(ScreenSeen) for each in seen.quoted or ()]
    if not quoted or picture.of_phone or (step.kind != "Outcome" and step.status != "failed"):
        return Shot(picture)
    return Shot(picture, _framed(quoted[0].box, picture))


def _before(step: Step, earlier: Mapping[str, PictureTaken], here: str) -> Shot | None:
    """Return the screen the step found, with the control it used first; a later one stood on another screen."""
    action = next(iter(step.facts(ActionDone)), None)
    picture = earlier.get((action.device if action else "") or here)
    if picture is None:
        return None
    if action is None or action.before.screen not in ("", picture.screen):
        return Shot(picture)
    return Shot(picture, _frame(action, picture))


def _filled(step: Step) -> list[ActionDone]:
    """Return what the step filled in, if it did nothing else."""
    actions = step.facts(ActionDone)
    return actions if all(action.verb in FILLING for action in actions) else []


def _around(frames: list[Frame | None]) -> Frame | None:
    """Return the place that holds all of these."""
    known = [frame for frame in frames if frame]
    if not known:
        return None
    left, top = min(one.left for one in known), min(one.top for one in known)
    right, bottom = max(one.left + one.width for one in known), max(one.top + one.height for one in known)
    return Frame(left, top, right - left, bottom - top)


def _frame(action: ActionDone, picture: PictureTaken) -> Frame | None:
    """Turn the control's box, in the window at that time, into its place on the picture.

    A picture longer than the window shows the page from its top, so the box moves down by what was scrolled.
    """
    box, window = action.box, action.viewport or Size()
    if box is None or not (picture.width and picture.height and window.width and window.height):
        return None
    scale = picture.width / window.width
    long = picture.height > window.height * scale + 1
    scroll = (action.scroll if long else None) or Point()
    left, top = (box.x + scroll.x) * scale, (box.y + scroll.y) * scale
    return _framed(Box(left, top, box.width * scale, box.height * scale), picture)


def _framed(box: Box, picture: PictureTaken) -> Frame | None:
    """Turn a box in pixels into its place on the picture; None if it is not on it."""
    if not (picture.width and picture.height) or not (
        0 <= box.x <= picture.width and 0 <= box.y <= picture.height
    ):
        return None
    across, down = 100 / picture.width, 100 / picture.height
    return Frame(box.x * across, box.y * down, box.width * across, box.height * down)


def frame_of(action: ActionDone, picture: PictureTaken) -> Frame | None:
    """Return where on the picture the control of an action is; None on the picture of another screen."""
    return _frame(action, picture) if action.before.screen in ("", picture.screen) else None
